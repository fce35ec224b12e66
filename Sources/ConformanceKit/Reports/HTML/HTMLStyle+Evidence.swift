extension HTMLStyle {
  /// Figures, plots and exhibits. The colours of courses are told apart by colour-blind eyes too (after Okabe and Ito).
  static let evidence: Markup = """
    :root { --line-0: #0072b2; --line-1: #c8500a; --line-2: #00876a; --line-3: #a8508c; --line-4: #8a7300; --line-5: #5f5fd0;
    --line-6: #17202b; --line-7: #8a8f98; }
    @media (prefers-color-scheme: dark) { :root { --line-0: #5ab4f0; --line-1: #f2994a; --line-2: #2fc79f; --line-3: #e795c4;
    --line-4: #e3d04e; --line-5: #a5a5ff; --line-6: #e5ebf2; --line-7: #8d99a6; } }
    .measured { border-top: 1px solid var(--line); padding: 1rem 0 .5rem; } .measured p { margin: .25rem 0 .75rem; }
    .measured:target { outline: 2px solid var(--ink); outline-offset: .5rem; }
    .figures { width: auto; min-width: min(100%, 36rem); margin: .5rem 0; font-size: .9rem; }
    .figures th { font-weight: 400; font-size: inherit; overflow-wrap: anywhere; min-width: 9rem; }
    .figures thead th { font-size: .8rem; color: var(--soft); min-width: 0; padding-bottom: .15rem; }
    .figures td, .figures th { padding: .3rem 1.25rem .3rem 0; } .figures .number { font-variant-numeric: tabular-nums; padding-right: 1.25rem;
    max-width: 18rem; overflow: hidden; text-overflow: ellipsis; }
    @media (max-width: 40rem) { .figures td, .figures th { padding-right: .6rem; } .figures .number { padding-right: .6rem; max-width: 7.5rem; }
    .figures th { min-width: 6rem; } .figures .word { position: absolute; clip-path: inset(50%); } }
    .unseen { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
    .plots { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); gap: 1rem; margin: .75rem 0; }
    .plot { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: .4rem; padding: .75rem .75rem .5rem;
    min-width: 0; break-inside: avoid; }
    .plot figcaption { font-weight: 600; font-size: .9rem; margin: 0 0 .35rem; overflow-wrap: anywhere; }
    .plot svg { display: block; width: 100%; max-width: 30rem; height: auto; overflow: visible; }
    .plot text { fill: var(--soft); font: 10.5px system-ui, sans-serif; font-variant-numeric: tabular-nums; }
    .plot .grid { stroke: var(--line); stroke-width: 1; } .plot .axis { stroke: var(--soft); stroke-width: 1; }
    .plot path { fill: none; stroke-width: 1.5; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
    .plot path.limit { stroke: var(--failed); stroke-dasharray: 5 4; } .plot text.limit { fill: var(--failed); font-weight: 600;
    paint-order: stroke; stroke: var(--card); stroke-width: 3px; }
    .key { list-style: none; display: flex; flex-wrap: wrap; gap: 0 1rem; margin: .35rem 0 0; padding: 0; font-size: .8rem;
    color: var(--soft); } .key li { overflow-wrap: anywhere; min-width: 0; }
    .key i { display: inline-block; width: 1rem; height: .2rem; border-radius: .1rem; vertical-align: middle; margin-right: .4rem; }
    \(courses)
    .exhibits { margin: .4rem 0 .75rem; border: 1px solid var(--line); border-radius: .3rem; background: var(--paper); overflow: hidden; }
    details + details { border-top: 1px solid var(--line); }
    summary { cursor: pointer; padding: .35rem .75rem; font-size: .9rem; overflow-wrap: anywhere; }
    summary:hover { background: var(--card); }
    details pre { margin: 0; border-width: 1px 0 0; border-radius: 0; max-height: 30rem; overflow: auto; }
    @media print { details pre { max-height: none; } }
    """

  private static let courses = Markup(
    joining: (0..<8).map { number in
      """
      .plot path.line-\(number) { stroke: var(--line-\(number)); } .plot circle.line-\(number), \
      .key .line-\(number) { fill: var(--line-\(number)); background: var(--line-\(number)); }
      """
    })
}
