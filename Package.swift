// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func command(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .executableTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, _ dependencies: Target.Dependency...) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    swiftSettings: strict)
}

extension Target.Dependency {
  static let argumentParser = product(name: "ArgumentParser", package: "swift-argument-parser")
  static let asyncHTTPClient = product(name: "AsyncHTTPClient", package: "async-http-client")
  static let certificates = product(name: "X509", package: "swift-certificates")
  static let crypto = product(name: "Crypto", package: "swift-crypto")
  static let dequeModule = product(name: "DequeModule", package: "swift-collections")
  static let grdb = product(name: "GRDB", package: "GRDB.swift")
  static let hdrHistogram = product(name: "Histogram", package: "hdrhistogram-swift")
  static let heapModule = product(name: "HeapModule", package: "swift-collections")
  static let httpTypes = product(name: "HTTPTypes", package: "swift-http-types")
  static let hummingbird = product(name: "Hummingbird", package: "hummingbird")
  static let hummingbirdCore = product(name: "HummingbirdCore", package: "hummingbird")
  static let hummingbirdTLS = product(name: "HummingbirdTLS", package: "hummingbird")
  static let jwtKit = product(name: "JWTKit", package: "jwt-kit")
  static let logging = product(name: "Logging", package: "swift-log")
  static let httpCompression = product(name: "NIOHTTPCompression", package: "swift-nio-extras")
  static let nioCore = product(name: "NIOCore", package: "swift-nio")
  static let nioHTTPTypes = product(name: "NIOHTTPTypes", package: "swift-nio-extras")
  static let nioHTTP1 = product(name: "NIOHTTP1", package: "swift-nio")
  static let nioPosix = product(name: "NIOPosix", package: "swift-nio")
  static let nioSSL = product(name: "NIOSSL", package: "swift-nio-ssl")
  static let nioTLS = product(name: "NIOTLS", package: "swift-nio")
  static let serviceLifecycle = product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
  static let subprocess = product(name: "Subprocess", package: "swift-subprocess")
  static let swiftASN1 = product(name: "SwiftASN1", package: "swift-asn1")
  static let unixSignals = product(name: "UnixSignals", package: "swift-service-lifecycle")
  static let yams = product(name: "Yams", package: "Yams")
}

let package = Package(
  name: "bbb-proving-ground",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
  ],
  targets: [
    // what the tests share: golden files, second opinions, seeded input
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),

    // words
    library("BBBAPI", .crypto),
    library("BBBWire", "BBBAPI", "Wording"),
    library("PrometheusText"),
    library("Determinism"),
    library("ExitCodes"),
    library("Wording"),
    tests(of: "Wording"),
    tests(of: "BBBAPI"),
    tests(of: "BBBWire", "BBBAPI"),
    tests(of: "PrometheusText"),
    tests(of: "Determinism"),

    // reading
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    library("XMLStreaming", "CLibXML2"),
    library("BBBReading", "BBBAPI", "XMLStreaming"),
    tests(of: "XMLStreaming"),
    tests(of: "BBBReading", "BBBAPI"),

    // time
    library("Scenarios", "BBBAPI", "Determinism", "Wording", .yams),
    library("TimelineEngine", "BBBAPI", "Determinism", "Scenarios", .heapModule),
    tests(of: "Scenarios", "BBBAPI", "Determinism"),
    tests(of: "TimelineEngine", "BBBAPI", "Determinism", "Scenarios"),

    // the simulator
    library(
      "SimulatorCore", "BBBAPI", "BBBWire", "Determinism", "Scenarios", "TimelineEngine", "XMLStreaming",
      .crypto),
    library(
      "SimulatorServer", "BBBAPI", "BBBWire", "Determinism", "ExitCodes", "PrometheusText", "Scenarios",
      "SimulatorCore",
      "TimelineEngine", "Wording", .asyncHTTPClient, .certificates, .crypto, .dequeModule, .grdb, .httpTypes,
      .hummingbird, .hummingbirdCore, .hummingbirdTLS, .jwtKit, .logging, .nioCore, .nioHTTP1, .nioHTTPTypes,
      .nioPosix, .nioSSL, .nioTLS, .serviceLifecycle, .swiftASN1),
    library(
      "ScenarioRecorder", "BBBAPI", "BBBClient", "Determinism", "Scenarios", "XMLStreaming", .asyncHTTPClient),
    command(
      "bbb-sim", "BBBAPI", "BBBClient", "Determinism", "ExitCodes", "ScenarioRecorder", "Scenarios",
      "SimulatorCore", "SimulatorServer", "TimelineEngine", .argumentParser, .logging, .serviceLifecycle,
      .subprocess, .unixSignals),
    .testTarget(
      name: "CommandTests", dependencies: ["TestSupport", "bbb-sim", .subprocess], swiftSettings: strict),
    tests(of: "SimulatorCore", "BBBAPI", "BBBWire", "Determinism", "Scenarios", "TimelineEngine"),
    tests(
      of: "ScenarioRecorder", "BBBAPI", "BBBClient", "Determinism", "Scenarios", "SimulatorServer",
      "TimelineEngine"),
    tests(
      of: "SimulatorServer", "BBBAPI", "Determinism", "PrometheusText", "Scenarios", "SimulatorCore",
      "TimelineEngine", .asyncHTTPClient, .crypto, .httpTypes, .jwtKit, .nioCore, .nioHTTP1, .nioHTTPTypes,
      .nioPosix, .nioSSL),

    // the exporter
    library("BBBClient", "BBBAPI", .asyncHTTPClient, .nioCore, .nioHTTP1, .nioPosix, .nioSSL),
    .systemLibrary(name: "CCrypt", pkgConfig: "libcrypt", providers: [.apt(["libcrypt-dev"])]),
    library(
      "Exporter", "BBBAPI", "BBBClient", "BBBReading", "CCrypt", "ExitCodes", "PrometheusText", "Wording",
      .argumentParser,
      .certificates, .crypto, .httpCompression, .httpTypes, .hummingbird, .hummingbirdCore,
      .logging,
      .nioCore, .nioHTTP1, .nioHTTPTypes, .nioPosix, .nioSSL, .nioTLS, .serviceLifecycle, .swiftASN1,
      .unixSignals,
      .yams),
    command("bbb-exporter", "Exporter", .argumentParser),
    tests(of: "BBBClient", "BBBAPI", .asyncHTTPClient, .nioCore, .nioHTTP1),
    tests(
      of: "Exporter", "BBBAPI", "BBBClient", "BBBReading", "PrometheusText", "bbb-exporter", .argumentParser,
      .asyncHTTPClient, .certificates, .crypto, .logging, .nioCore, .nioHTTP1, .nioPosix, .nioSSL,
      .serviceLifecycle,
      .subprocess, .swiftASN1),

    // the judge
    library("ConformanceKit", "ExitCodes", "Wording"),
    library(
      "ExporterConformance", "BBBAPI", "ConformanceKit", "Determinism", "PrometheusText", "Scenarios",
      "SimulatorCore",
      "SimulatorServer", "TimelineEngine", "Wording", .asyncHTTPClient, .nioCore, .nioHTTP1, .nioPosix,
      .subprocess),
    library(
      "APIConformance", "BBBAPI", "BBBClient", "ConformanceKit", "Determinism", "XMLStreaming",
      .asyncHTTPClient,
      .nioHTTP1),
    command(
      "bbb-conformance", "APIConformance", "BBBAPI", "BBBClient", "ConformanceKit", "ExitCodes",
      "ExporterConformance",
      "Scenarios", "Wording", .argumentParser, .unixSignals),
    tests(of: "ConformanceKit", "ExitCodes"),
    tests(
      of: "ExporterConformance", "BBBAPI", "ConformanceKit", "Determinism", "PrometheusText", "Scenarios",
      "SimulatorCore", "SimulatorServer", "TimelineEngine"),
    tests(
      of: "APIConformance", "BBBAPI", "BBBClient", "ConformanceKit", "Scenarios", "SimulatorServer",
      .asyncHTTPClient,
      .nioCore, .nioHTTP1),

    // the load
    library("LoadEngine", "BBBAPI", "BBBClient", "Determinism", .hdrHistogram, .nioCore, .nioPosix),
    command(
      "bbb-load", "BBBAPI", "BBBClient", "Determinism", "ExitCodes", "LoadEngine", .argumentParser,
      .unixSignals),
    tests(
      of: "LoadEngine", "BBBAPI", "BBBClient", "Determinism", "Scenarios", "SimulatorServer", "bbb-load",
      .argumentParser, .nioCore, .nioPosix),
  ]
)
