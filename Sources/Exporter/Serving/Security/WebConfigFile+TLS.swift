import NIOSSL

// The section tls_server_config.
extension WebConfigFile {
  /// How TLS is to be spoken; nil, with a complaint, when it cannot be.
  mutating func tlsTerms(_ section: YAMLMapping) -> TLSTerms? {
    let policy = section["client_auth_type"].map { $0.choice(of: TLSWords.clientPolicies) ?? .none } ?? .none
    if policy.takesAny {
      warn("client_auth_type asks for certificates and verifies none. Fix: RequireAndVerifyClientCert")
    }
    let names = allowedNames(section["client_allowed_sans"], policy)
    let authorities = clientAuthorities(section, policy)
    let chain = requiredPEM("cert", in: section).flatMap(\.certificates)
    let key = requiredPEM("key", in: section).flatMap(\.privateKey)
    let choose = choices(section)
    guard let chain, let key else { return nil }
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
    choose(&configuration)
    configuration.applicationProtocols = ["http/1.1"]
    configuration.certificateVerification = policy.verification
    if let authorities { configuration.trustRoots = .certificates(authorities) }
    do {
      // BoringSSL compares key and certificate when it is given both.
      let context = try NIOSSLContext(configuration: configuration)
      return TLSTerms(context: context, takesAnyCertificate: policy.takesAny, allowedNames: names)
    } catch {
      section.place.report(
        "the certificate and the key do not belong together",
        fix: "give the key to the first certificate, and put those between it and its CA behind it")
      return nil
    }
  }

  /// Reads versions, ciphers and curves, with or without a certificate to use them with; the answer puts them in.
  private func choices(_ section: YAMLMapping) -> (inout TLSConfiguration) -> Void {
    let lowest = section["min_version"].flatMap(version) ?? .tlsv12
    let highest = section["max_version"].flatMap(version) ?? .tlsv13
    if lowest == .tlsv13, highest == .tlsv12 {
      section["max_version"]?.report("max_version is below min_version", fix: "write TLS13, or remove it")
    }
    let ciphers = section["cipher_suites"]?.elements().compactMap { $0.choice(of: TLSWords.ciphers) } ?? []
    let curves = section["curve_preferences"]?.elements().compactMap { $0.choice(of: TLSWords.curves) } ?? []
    // Go has ignored it since 1.17, and here, too, the server's preference counts.
    _ = section["prefer_server_cipher_suites"]?.flag()
    return { configuration in
      configuration.minimumTLSVersion = lowest
      configuration.maximumTLSVersion = highest
      let chosen = ciphers.compactMap(\.self)
      if !chosen.isEmpty { configuration.cipherSuiteValues = chosen }
      if !curves.isEmpty { configuration.curves = curves }
    }
  }

  private func version(_ field: YAMLField) -> TLSVersion? {
    guard ["TLS10", "TLS11"].contains(field.scalar) else { return field.choice(of: TLSWords.versions) }
    field.report("\(field.name) is a version that RFC 8996 forbids", fix: "write TLS12 or TLS13")
    return nil
  }

  private mutating func clientAuthorities(_ section: YAMLMapping, _ policy: ClientPolicy)
    -> [NIOSSLCertificate]?
  {
    guard let source = pem("client_ca", in: section) else { return nil }
    if policy == .none {
      source.field.report(
        "\(source.field.name) is of no use without client_auth_type",
        fix: "add client_auth_type: RequireAndVerifyClientCert")
    }
    return source.certificates
  }

  private func allowedNames(_ field: YAMLField?, _ policy: ClientPolicy) -> Set<String>? {
    guard let field else { return nil }
    if !policy.requires {
      field.report(
        "client_allowed_sans is of no use for clients without a certificate",
        fix: "add client_auth_type: RequireAndVerifyClientCert")
    }
    return Set(field.elements().compactMap { $0.text() })
  }
}

// Texts in PEM, from the file itself or from another.
extension WebConfigFile {
  private mutating func requiredPEM(_ name: String, in section: YAMLMapping) -> PEMSource? {
    if let source = pem(name, in: section) { return source }
    if section[name] == nil, section["\(name)_file"] == nil {
      section.place.report("tls_server_config lacks \(name)_file", fix: "add \(name)_file: PATH")
    }
    return nil
  }

  private mutating func pem(_ name: String, in section: YAMLMapping) -> PEMSource? {
    let (inline, file) = (section[name], section["\(name)_file"])
    if let inline, file != nil {
      inline.report("\(name) and \(name)_file are both given", fix: "keep one of them")
      return nil
    }
    if let inline { return inline.text().map { PEMSource(text: $0, field: inline) } }
    guard let file, let given = file.text(fix: "write the path of a PEM file") else { return nil }
    do throws(FileTreeError) {
      let path = RelativePath.resolved(given, in: self.path)
      let text = try content(of: path)
      if name == "key", files.isOpenToAll(path) {
        warn("key_file may be read by every user of this machine. Fix: chmod 640")
      }
      return PEMSource(text: text, field: file)
    } catch {
      file.report("\(file.name) cannot be read: \(error)", fix: "name a PEM file that this user may read")
      return nil
    }
  }
}
