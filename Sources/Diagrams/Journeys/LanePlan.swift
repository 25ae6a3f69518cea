/// Where the steps of lanes lie, folded into bands that stand one below the other.
struct LanePlan {
  /// A step in a band: how far from the left, and in which part of its row.
  struct Spot: Hashable {
    var band: Int
    var x: Double
    var part = 0
    /// How many lines to other bands stand below one another beside it.
    var markers = 0
  }

  /// A stretch of time with the rows in which something happens.
  struct Band {
    /// The rows, in order, each with the heights of its parts.
    var rows: [(place: LaneContent.Place, parts: [Double])] = []
    var height = 0.0
  }

  /// Equal stretches of time, one in each band.
  struct Scale {
    let first: Int
    /// The days of a band.
    let span: Double
    let left: Double
    var width: Double
    let bands: Int

    /// The band of a day, and how far from the left it lies.
    func place(of day: Int) -> (band: Int, x: Double) {
      let passed = Double(day - first)
      let band = min(bands - 1, max(0, Int(passed / span)))
      return (band, left + (passed - span * Double(band)) / span * width)
    }
  }

  let measures: LaneMeasures
  var spots: [Spot] = []
  var bands: [Band] = []
  /// Where days lie, if distances show them.
  var scale: Scale?
  /// The words that stand below the lanes.
  var list: LaneList?
  /// The height of all bands, and of the words below them.
  var height: Double {
    bands.reduce(0) { $0 + $1.height } + measures.bandGap * Double(max(0, bands.count - 1))
      + (list?.height ?? 0)
  }

  /// Places steps in their order, each as far left as its row and the step before it let it.
  ///
  /// - Returns: `nil` if a step is wider than the room.
  static func inOrder(_ content: LaneContent, measures: LaneMeasures, width: Double) -> LanePlan? {
    // Where lines run from band to band is known only when the bands are; then it takes room.
    var crossing: Set<Int> = []
    for _ in 0..<6 {
      guard
        let plan = inOrder(content, measures: measures, width: width, crossing: crossing)
      else { return nil }
      let now = plan.crossingLinks(of: content)
      if now.isSubset(of: crossing) { return plan }
      crossing.formUnion(now)
    }
    return inOrder(content, measures: measures, width: width, crossing: crossing)
  }

  private static func inOrder(
    _ content: LaneContent, measures: LaneMeasures, width: Double, crossing: Set<Int>
  ) -> LanePlan? {
    let (leaving, arriving) = content.ends(of: crossing)
    let joined = Set(content.links.compactMap { $0.pair })
    var plan = LanePlan(measures: measures)
    var band = 0
    var ends: [LaneContent.Place: (x: Double, step: Int)] = [:]
    var before: Double?
    for (place, step) in content.steps.enumerated() {
      let (leads, trails) = (arriving[place] ?? 0, leaving[place] ?? 0)
      let lead = leads > 0 ? measures.markerWidth : 0
      let trail = trails > 0 ? measures.markerWidth : 0
      let needed = measures.width(of: place) + trail
      func start() -> Double {
        let inRow = ends[step.place].map { end in
          end.x
            + (joined.contains([end.step, place]) ? measures.lineGap : measures.gap)
        }
        return max(inRow ?? 0, before.map { $0 + measures.delay } ?? 0) + lead
      }
      var x = start()
      if x + needed > width {
        (ends, before, band) = ([:], nil, plan.spots.isEmpty ? 0 : band + 1)
        x = start()
        guard x + needed <= width else { return nil }
      }
      plan.spots.append(Spot(band: band, x: x, markers: max(leads, trails)))
      ends[step.place] = (x + needed, place)
      before = x
    }
    plan.measureBands(of: content)
    return plan
  }

  /// Places steps by their days; those of one row that would overlap lie below one another.
  ///
  /// - Parameter count: How many bands of equal time there are.
  /// - Returns: `nil` if a step is wider than the room.
  static func toScale(
    _ content: LaneContent, measures: LaneMeasures, width: Double, bands count: Int
  ) -> LanePlan? {
    let days = content.steps.compactMap(\.day)
    guard let first = days.min(), let last = days.max() else { return nil }
    var scale = Scale(
      first: first, span: Double(last - first + 1) / Double(count), left: measures.markerWidth,
      width: 1, bands: count)
    let left = measures.markerWidth
    scale.width = zip(content.steps.indices, content.steps).reduce(width - left) { room, step in
      let share = step.1.day.map { scale.place(of: $0).x - left } ?? 1
      return share > 0
        ? min(room, (width - left * 2 - measures.width(of: step.0)) / share) : room
    }
    guard scale.width > width / 3 else { return nil }
    var plan = LanePlan(measures: measures)
    plan.scale = scale
    var ends: [Int: [LaneContent.Place: [Double]]] = [:]
    var day = first
    for (place, step) in content.steps.enumerated() {
      // A step without a day lies where the one before it does.
      day = step.day ?? day
      let (band, x) = scale.place(of: day)
      var parts = ends[band]?[step.place] ?? []
      let part = parts.firstIndex { $0 + measures.gap <= x } ?? parts.count
      let end = x + measures.width(of: place)
      if part == parts.count { parts.append(end) } else { parts[part] = end }
      ends[band, default: [:]][step.place] = parts
      plan.spots.append(Spot(band: band, x: x, part: part))
    }
    plan.measureBands(of: content)
    return plan
  }

  /// The links between steps of different bands.
  func crossingLinks(of content: LaneContent) -> Set<Int> {
    Set(
      content.links.indices.filter { link in
        guard let pair = content.links[link].pair else { return false }
        return spots[pair[0]].band != spots[pair[1]].band
      })
  }

  private mutating func measureBands(of content: LaneContent) {
    let count = (spots.map(\.band).max() ?? -1) + 1
    bands = (0..<count).map { number in
      var parts: [LaneContent.Place: [Int: Double]] = [:]
      for (step, spot) in spots.enumerated() where spot.band == number {
        let place = content.steps[step].place
        let height = max(
          measures.height(of: step), Double(spot.markers) * measures.markerHeight)
        parts[place, default: [:]][spot.part] = max(parts[place]?[spot.part] ?? 0, height)
      }
      var band = Band()
      for place in parts.keys.sorted() {
        let heights = (parts[place] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
        let spare = measures.titleHeight(of: place) - heights.reduce(0, +)
        band.rows.append((place, heights.map { $0 + max(0, spare) / Double(heights.count) }))
      }
      band.stretch(to: measures)
      return band
    }
  }
}

extension LanePlan.Band {
  /// The numbers of the lanes, and the rows of each.
  var lanes: [(lane: Int, rows: Range<Int>)] {
    var lanes: [(lane: Int, rows: Range<Int>)] = []
    for (number, row) in rows.enumerated() {
      if let last = lanes.last, last.lane == row.place.lane {
        lanes[lanes.count - 1].rows = last.rows.lowerBound..<(number + 1)
      } else {
        lanes.append((row.place.lane, number..<(number + 1)))
      }
    }
    return lanes
  }

  /// The height of a row with the room around its parts.
  func height(ofRow row: Int, measures: LaneMeasures) -> Double {
    rows[row].parts.reduce(0, +) + measures.rowPadding
      + measures.gap * 0.5 * Double(rows[row].parts.count - 1)
  }

  /// Makes lanes as high as their titles, and sums up.
  fileprivate mutating func stretch(to measures: LaneMeasures) {
    height = measures.headingHeight
    for (lane, range) in lanes {
      let own = range.reduce(0) { $0 + height(ofRow: $1, measures: measures) }
      let spare = measures.titleHeight(ofLane: lane) + measures.rowPadding - own
      if spare > 0 { rows[range.lowerBound].parts[0] += spare }
      height += max(own, own + spare)
    }
    height += measures.laneGap * Double(max(0, lanes.count - 1))
  }
}

extension LaneContent.Link {
  /// The steps at both ends, where it has two.
  var pair: [Int]? {
    guard case .step(let target) = to else { return nil }
    return [from, target]
  }
}

extension LaneContent {
  /// How many of some links begin, and how many end, in each step.
  func ends(of links: Set<Int>) -> (leaving: [Int: Int], arriving: [Int: Int]) {
    var (leaving, arriving): ([Int: Int], [Int: Int]) = ([:], [:])
    for pair in links.compactMap({ self.links[$0].pair }) {
      leaving[pair[0], default: 0] += 1
      arriving[pair[1], default: 0] += 1
    }
    return (leaving, arriving)
  }
}
