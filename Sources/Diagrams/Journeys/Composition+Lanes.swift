extension Composition {
  /// Folds steps into bands with the largest text that fits, and draws them.
  ///
  /// - Returns: False if even the smallest text is too large.
  mutating func arrange(_ content: LaneContent, in frame: Rect) -> Bool {
    guard let plan = largestPlan(of: content, in: frame) else { return false }
    fontSize = plan.measures.fontSize
    var drawing = LaneDrawing(content: content, plan: plan, frame: frame, measure: measure)
    drawing.draw(on: &sheet)
    return true
  }

  private func largestPlan(of content: LaneContent, in frame: Rect) -> LanePlan? {
    var best: (plan: LanePlan, shape: LaneShape)?
    for most in 1...(content.listsWords ? 2 : 6) {
      // Another band must be worth its while.
      let least = best.map { $0.plan.measures.fontSize * 1.08 } ?? typography.smallestLabel
      guard least <= typography.largestLabel else { break }
      best =
        largestPlan(of: content, bands: most, from: least, in: frame) ?? best
    }
    return best.map { balanced(content, plan: $0.plan, shape: $0.shape, in: frame) }
  }

  private func largestPlan(
    of content: LaneContent, bands: Int, from least: Double, in frame: Rect
  ) -> (plan: LanePlan, shape: LaneShape)? {
    var best: (plan: LanePlan, shape: LaneShape)?
    for shape in content.listsWords ? LaneShape.unbroken : LaneShape.all {
      var (low, high) = (best?.plan.measures.fontSize ?? least, typography.largestLabel)
      func plan(_ fontSize: Double) -> LanePlan? {
        self.plan(of: content, fontSize: fontSize, shape: shape, bands: bands, in: frame)
      }
      if let plan = plan(high) {
        if best?.plan.measures.fontSize != high || plan.height < (best?.plan.height ?? 0) {
          best = (plan, shape)
        }
        continue
      }
      guard let start = plan(low * (best == nil ? 1 : 1.01)) else { continue }
      best = (start, shape)
      low = start.measures.fontSize
      while high - low > low * 0.01 {
        let middle = (low + high) / 2
        if let plan = plan(middle) { (best, low) = ((plan, shape), middle) } else { high = middle }
      }
    }
    return best
  }

  /// The plan with bands of about the same width.
  private func balanced(
    _ content: LaneContent, plan: LanePlan, shape: LaneShape, in frame: Rect
  ) -> LanePlan {
    guard plan.bands.count > 1, content.ticks == nil else { return plan }
    var best = plan
    for step in 1...8 {
      var narrow = frame
      narrow.width *= 1 - Double(step) * 0.05
      guard
        let trial = self.plan(
          of: content, fontSize: plan.measures.fontSize, shape: shape, bands: plan.bands.count,
          in: narrow)
      else { break }
      best = trial
    }
    return best
  }

  private func plan(
    of content: LaneContent, fontSize: Double, shape: LaneShape, bands: Int, in frame: Rect
  ) -> LanePlan? {
    let measures = LaneMeasures(content, shape: shape, fontSize: fontSize, measure: measure)
    let width = frame.width - measures.header - fontSize * 0.5
    guard width > frame.width * 0.4 else { return nil }
    func placed(_ measures: LaneMeasures) -> LanePlan? {
      content.ticks == nil
        ? LanePlan.inOrder(content, measures: measures, width: width)
        : LanePlan.toScale(content, measures: measures, width: width, bands: bands)
    }
    let plan =
      content.listsWords
      ? LanePlan.listingWords(measures, width: frame.width, plan: placed) : placed(measures)
    guard let plan, plan.height <= frame.height, plan.bands.count <= bands else { return nil }
    return plan
  }
}
