/// The course of one or more numbers, as a picture in a report.
public struct Plot: Sendable, Equatable {
  /// What is seen, such as `Memory over the soak`.
  public var title: String
  /// What runs to the right.
  public var x: Axis
  /// What runs upwards; it begins at 0.
  public var y: Axis
  /// The courses, in the order of their legend.
  public var lines: [Line]
  /// A height that should not be crossed, drawn across; nil when there is none.
  public var limit: Double?

  /// What an axis shows.
  public struct Axis: Sendable, Equatable {
    /// Its name, such as `scrape`.
    public var name: String
    /// Its unit, such as `MB`; empty when it counts.
    public var unit: String

    /// Names an axis.
    public init(_ name: String, unit: String = "") {
      self.name = name
      self.unit = unit
    }
  }

  /// One course.
  public struct Line: Sendable, Equatable {
    /// Its name in the legend.
    public var name: String
    /// Its points, in the order of `x`; finite.
    public var points: [Point]

    /// Draws a course.
    public init(_ name: String, _ points: [Point]) {
      self.name = name
      self.points = points
    }
  }

  /// A point of a course.
  public struct Point: Sendable, Equatable {
    /// Where it is, in the unit of the axis.
    public var x: Double
    /// How high it is, in the unit of the axis.
    public var y: Double

    /// Sets a point.
    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// Makes a picture.
  public init(_ title: String, x: Axis, y: Axis, lines: [Line], limit: Double? = nil) {
    self.title = title
    self.x = x
    self.y = y
    self.lines = lines
    self.limit = limit
  }
}
