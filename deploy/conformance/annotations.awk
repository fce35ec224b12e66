# Turns report.json into workflow commands of GitHub: an annotation for each case that failed, and for each that says nothing.
#
# The report has a key a line and two blanks a level, and no line feed inside a text: src ConformanceKit/Reports/JSONReport.swift.

function text_of(line) {
  sub(/^ *"[^"]*": "/, "", line)
  sub(/",?$/, "", line)
  gsub(/\\"/, "\"", line)
  return line
}

# What GitHub's runner would take for the end of a message is written as it asks for; it shows ten of a kind.
function annotate(kind, slug, message) {
  if (++count[kind] > 10) return
  gsub(/%/, "%25", message)
  gsub(/\r/, "%0D", message)
  print "::" kind " title=" slug "::" message
}

function kind_of(verdict) {
  if (verdict == "failed" || verdict == "harness-failed") return "error"
  if (verdict == "warned" || verdict == "blocked" || verdict == "setup-failed" || verdict == "skipped") return "warning"
  return ""
}

function finish() {
  if (slug != "" && kind_of(verdict) != "") annotate(kind_of(verdict), slug, finding == "" ? title : finding " (" title ")")
  slug = verdict = title = finding = ""
}

/^      "slug": "/ { finish(); slug = text_of($0) }
/^      "title": "/ { title = text_of($0) }
/^      "verdict": "/ { verdict = text_of($0) }
/^          "what": "/ && finding == "" { finding = text_of($0) }
END { finish() }
