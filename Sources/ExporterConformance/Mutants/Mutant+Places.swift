import ConformanceKit

extension Mutant {
  /// Exporters that listen or look in another place than they are told.
  static let places = [
    Mutant(
      "behaviour/listens-everywhere", "BIND_IP is not heeded: every address is listened on.",
      from: "contract §1 BIND_IP", claimedBy: ["settings/bind-ip-elsewhere"], .heedless(of: "BIND_IP")),
    Mutant(
      "behaviour/authorities-not-found", "A directory is not looked through for who vouches for the server.",
      from: "contract §1 TLS_VERIFY: a CA bundle file or directory",
      claimedBy: ["settings/tls-verified-by-directory"], .heedless(of: "TLS_VERIFY")),
    Mutant(
      "behaviour/filtered-apart", "Scrapes for some families do not share their calls with each other.",
      from: "contract §4: N scrapes at once make 5 N calls",
      claimedBy: ["formats/wanted-families-share-calls"],
      .doubled),
  ]
}
