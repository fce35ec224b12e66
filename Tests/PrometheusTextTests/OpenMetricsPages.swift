import PrometheusText

/// Small pages, good and bad, that prometheus_client judges too.
enum OpenMetricsPages {
  static let good = [
    "# EOF", "# EOF\n", "a 1\n# EOF\n", "a{} 1\n# EOF\n", "a{b=\"c\",d=\"\"} -1.5e-7\n# EOF\n",
    "# TYPE a counter\na_total 1 1.5 # {} 2 3\na_created 1 1.5\n# EOF\n",
    "# HELP a b \n# TYPE a gauge\n# EOF\n",
    "# TYPE a info\na_info{b=\"c\"} 1\n# EOF\n", "# TYPE a stateset\na{a=\"x\"} 1\na{a=\"y\"} 0\n# EOF\n",
    "# TYPE a summary\na{quantile=\"0.5\"} 1\na_count 2\na_sum 3\n# EOF\n",
    "# TYPE a_b gauge\n# UNIT a_b b\na_b NaN\n# EOF\n", "# TYPE a unknown\na +Inf\n# EOF\n",
    "# TYPE a gaugehistogram\na_bucket{le=\"1\"} 1\na_bucket{le=\"+Inf\"} 1\na_gcount 1\na_gsum 1\n# EOF\n",
    "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1 # {x=\"\\\"\"} 1\n# EOF\n", "a{b=\"\\q\"} 1\n# EOF\n",
  ]

  static let bad: [(page: String, kind: LintKind)] = [
    ("", .missingEOF), ("a 1\n", .missingEOF), ("a 1\n# EOF x\n", .syntax),
    ("# EOF\na 1\n", .contentAfterEOF),
    ("# EOF\n\n", .contentAfterEOF), ("# EOF\n# EOF\n", .contentAfterEOF), ("a 1\n\n# EOF\n", .syntax),
    ("# a comment\n# EOF\n", .syntax), ("#EOF\n# EOF\n", .syntax), (" a 1\n# EOF\n", .syntax),
    ("a  1\n# EOF\n", .syntax), ("a 1 \n# EOF\n", .syntax), ("a\t1\n# EOF\n", .syntax),
    ("a\n# EOF\n", .syntax),
    ("a {b=\"c\"} 1\n# EOF\n", .syntax), ("a{b=\"c\",} 1\n# EOF\n", .syntax), ("a{,} 1\n# EOF\n", .syntax),
    ("a{b=\"c\", d=\"e\"} 1\n# EOF\n", .syntax), ("a{b =\"c\"} 1\n# EOF\n", .syntax),
    ("a{b=c} 1\n# EOF\n", .syntax),
    ("a{b=\"c\",b=\"d\"} 1\n# EOF\n", .duplicateLabelName), ("a{b=\"c} 1\n# EOF\n", .syntax),
    ("a{b=\"c\"}1\n# EOF\n", .syntax), ("a 1_0\n# EOF\n", .syntax), ("a 0x1\n# EOF\n", .syntax),
    ("a 1 NaN\n# EOF\n", .syntax), ("a 1 Inf\n# EOF\n", .syntax), ("a 1 2 3\n# EOF\n", .syntax),
    ("# TYPE a counter \n# EOF\n", .syntax), ("# TYPE a untyped\n# EOF\n", .syntax),
    ("# TYPE a Counter\n# EOF\n", .syntax), ("# HELP a\n# EOF\n", .syntax),
    ("# TYPE  a gauge\n# EOF\n", .syntax),
    ("# TYPE a gauge\n# TYPE a gauge\n# EOF\n", .repeatedType),
    ("# HELP a b\n# HELP a c\n# EOF\n", .repeatedHelp),
    ("# UNIT a_b b\n# UNIT a_b b\n# EOF\n", .repeatedUnit),
    ("a 1\n# TYPE a gauge\n# EOF\n", .metadataAfterSamples),
    ("a 1\n# HELP a gauge\n# EOF\n", .metadataAfterSamples),
    ("a_total 1\n# TYPE a counter\n# EOF\n", .metadataAfterSamples),
    ("a 1\nb 1\na{c=\"d\"} 1\n# EOF\n", .interleavedFamily),
    ("# TYPE a gauge\n# TYPE b gauge\na 1\n# EOF\n", .interleavedFamily),
    ("# TYPE a counter\n# TYPE a_total gauge\n# EOF\n", .clashingNames),
    ("# TYPE a_total counter\na_total 1\n# EOF\n", .counterWithoutTotal),
    ("# TYPE a counter\na 1\n# EOF\n", .counterWithoutTotal),
    ("# TYPE a histogram\na 1\n# EOF\n", .unexpectedSuffix),
    ("# TYPE a info\na 1\n# EOF\n", .unexpectedSuffix),
    ("# UNIT a b\n# EOF\n", .unitMismatch), ("# TYPE a_b info\n# UNIT a_b b\n# EOF\n", .unitMismatch),
    ("# TYPE a gauge\na 1 # {} 1\n# EOF\n", .misplacedExemplar),
    ("# TYPE a counter\na_total 1 # {b=\"\(String(repeating: "x", count: 128))\"} 1\n# EOF\n", .longExemplar),
    ("# TYPE a counter\na_total 1 # 1\n# EOF\n", .syntax),
    ("# TYPE a counter\na_total 1 # {}\n# EOF\n", .syntax),
    ("# TYPE a counter\na_total 1 # {} 1 \n# EOF\n", .syntax),
    ("# TYPE a counter\na_total 1 #{} 1\n# EOF\n", .syntax),
  ]
}
