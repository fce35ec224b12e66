import Foundation
import GRDB
import Synchronization
import TimelineEngine

/// A simulated server's journal and clock in a SQLite file, so that `kill -9` loses nothing that was answered.
///
/// One process holds the file at a time. Commits go to the write-ahead log without waiting for the disk: what was
/// written survives the end of the process; the end of the machine may cost the last moments.
public final class StateFile: Sendable {
  /// The version of the tables.
  public static let format = 1
  /// `BBBs`, by which SQLite's header tells our files from others.
  private static let applicationID = 0x4242_4273

  let path: String
  private let database: DatabaseQueue
  private let kept: Mutex<Kept>

  /// What the file holds of the journal.
  private struct Kept: Sendable {
    var count = 0
    var last: JournalEntry?
    var clock: SavedClock?
    /// How often another journal had taken the place of the first when these commands were written.
    var restarts = 0
  }

  /// Opens a file, or makes one; throws when it is not ours, of another day, or held by another process.
  ///
  /// What the file holds is left alone in every such case.
  public init(at path: String, of identity: StateIdentity) throws(StateFileError) {
    self.path = path
    do {
      database = try Self.open(path)
      try database.write { database in try Self.claim(database, path, identity) }
      let journal = try database.read { try Self.journal(in: $0) }
      kept = Mutex(Kept(count: journal.count, last: journal.last, clock: nil))
    } catch let error as StateFileError {
      throw error
    } catch {
      throw Self.explained(error, path: path)
    }
  }

  private static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      // Before the mode of the journal: then the log needs no shared memory, and nobody else gets in.
      try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private static func explained(_ error: any Error, path: String) -> StateFileError {
    guard let error = error as? DatabaseError else { return .unreadable(path: path, reason: "\(error)") }
    let reason = error.message ?? "\(error.resultCode)"
    return switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .inUse(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_FULL, .SQLITE_IOERR:
      .inaccessible(path: path, reason: reason)
    default: .unreadable(path: path, reason: reason)
    }
  }
}

extension StateFile {
  /// Makes the tables in an empty file; holds a written one against what is asked for.
  private static func claim(_ database: Database, _ path: String, _ asked: StateIdentity) throws {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
    if isEmpty { return try makeTables(in: database, asked) }
    guard application == applicationID else {
      throw StateFileError.unreadable(path: path, reason: "a database of another program")
    }
    let format = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard format == Self.format else { throw StateFileError.otherFormat(path: path, found: format) }
    guard let found = try value(StateIdentity.self, "identity", in: database) else {
      throw StateFileError.unreadable(path: path, reason: "it does not say what it belongs to")
    }
    if let mismatch = found.mismatch(with: asked, path: path) { throw mismatch }
  }

  private static func makeTables(in database: Database, _ identity: StateIdentity) throws {
    try database.execute(
      sql: """
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(format);
        CREATE TABLE setting (name TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE journal (sequence INTEGER PRIMARY KEY NOT NULL, entry BLOB NOT NULL);
        """)
    try set("identity", identity, in: database)
  }

  private static func value<Value: Decodable>(_ type: Value.Type, _ name: String, in database: Database)
    throws
    -> Value?
  {
    try Data.fetchOne(database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
      .map { try JSONDecoder().decode(type, from: $0) }
  }

  private static func set(_ name: String, _ value: some Encodable, in database: Database) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)",
      arguments: [name, try JSONEncoder().encode(value)])
  }

  private static func journal(in database: Database) throws -> [JournalEntry] {
    let decoder = JSONDecoder()
    return try Data.fetchAll(database, sql: "SELECT entry FROM journal ORDER BY sequence")
      .map { try decoder.decode(JournalEntry.self, from: $0) }
  }
}

extension StateFile {
  /// Every command that was kept, in order.
  func journal() throws(StateFileError) -> [JournalEntry] {
    do {
      return try database.read { try Self.journal(in: $0) }
    } catch {
      throw Self.explained(error, path: path)
    }
  }

  /// How the clock stood; nil in a new file.
  func clock() throws(StateFileError) -> SavedClock? {
    do {
      return try database.read { try Self.value(SavedClock.self, "clock", in: $0) }
    } catch {
      throw Self.explained(error, path: path)
    }
  }

  /// Whether the first so many commands of the journal that came after so many restarts are kept.
  func holds(_ count: Int, after restarts: Int) -> Bool {
    kept.withLock { $0.restarts == restarts && $0.count >= count }
  }

  /// Writes what is new in the journal, and the clock if it stands otherwise; all in one commit.
  ///
  /// Whoever comes while another writes finds their commands written too, as often as not. A journal that was put in
  /// the place of another, by a reset or a restored snapshot, replaces what the file holds.
  func keep(
    _ journal: (_ from: Int) -> [JournalEntry], after restarts: Int, clock: SavedClock
  ) throws {
    // Held while SQLite writes, unlike any other lock here: the order of the file must be that of the journal.
    try kept.withLock { kept in
      var from = kept.count
      if let last = kept.last {
        let overlap = journal(from - 1)
        if overlap.first != last { from = 0 }
      }
      let entries = journal(from)
      if from != kept.count || !entries.isEmpty || clock != kept.clock {
        try write(entries, from: from, clock)
      }
      kept = Kept(
        count: from + entries.count, last: entries.last ?? (from == 0 ? nil : kept.last), clock: clock,
        restarts: restarts)
    }
  }

  private func write(_ entries: [JournalEntry], from: Int, _ clock: SavedClock) throws {
    let encoder = JSONEncoder()
    try database.write { database in
      try database.execute(sql: "DELETE FROM journal WHERE sequence >= ?", arguments: [from])
      for entry in entries {
        try database.cachedStatement(sql: "INSERT INTO journal (sequence, entry) VALUES (?, ?)")
          .execute(arguments: [entry.sequence, try encoder.encode(entry)])
      }
      try Self.set("clock", clock, in: database)
    }
  }
}
