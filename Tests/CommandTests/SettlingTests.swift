import Testing

@testable import sightline

/// Files that are seen every tenth of a second, and what is done about them.
private struct Scene {
  var settling = Settling<Int>()
  var tenths = 0
  /// The steps other than waiting, with their times in tenths of a second.
  var steps: [(at: Int, step: Settling<Int>.Step)] = []

  /// Sees files for a while; `readable` says whether a read succeeds.
  mutating func see(_ files: [String: Int], for duration: Int, readable: Bool = true) {
    for _ in 0..<duration {
      let step = settling.see(files, at: .milliseconds(tenths * 100))
      if step != .wait {
        steps.append((tenths, step))
        if readable { settling.succeed() } else { settling.fail(after: step) }
      }
      tenths += 1
    }
  }

  var told: [String] { steps.map { "\($0.at) \($0.step)" } }
}

@Suite("When a saved map is read")
struct SettlingTests {
  @Test("a file is read once it has been still for a moment, and once only")
  func once() {
    var scene = Scene()
    scene.see(["map": 1], for: 50)
    scene.see(["map": 2], for: 50)
    #expect(scene.told == ["3 read", "53 read"])
  }

  @Test("a file that grows is waited for, however long it takes")
  func growing() {
    var scene = Scene()
    scene.see(["map": 1], for: 10)
    for size in 2..<40 { scene.see(["map": size], for: 2, readable: false) }
    scene.see(["map": 40], for: 30)
    #expect(scene.told == ["3 read", "89 read"])
  }

  @Test("a half-written file is read again when it is whole, and nothing is told")
  func halfWritten() {
    var scene = Scene()
    scene.see(["map": 1], for: 10)
    scene.see(["map": 2], for: 15, readable: false)
    scene.see(["map": 3], for: 30)
    #expect(scene.told == ["3 read", "13 read", "28 read"])
  }

  @Test("a file that stays unreadable is told once, after two seconds")
  func broken() {
    var scene = Scene()
    scene.see(["map": 1], for: 100, readable: false)
    scene.see(["map": 2], for: 50)
    #expect(scene.told == ["3 read", "20 readAndTell", "103 read"])
  }

  @Test("a file that is unreadable for a moment needs no second change")
  func lateSuccess() {
    var scene = Scene()
    scene.see(["map": 1], for: 5, readable: false)
    scene.see(["map": 1], for: 50)
    #expect(scene.told == ["3 read", "20 readAndTell"])
  }

  @Test("a file that is replaced is gone for a moment, which is no matter")
  func replaced() {
    var scene = Scene()
    scene.see(["map": 1], for: 10)
    scene.see([:], for: 15, readable: false)
    scene.see(["map": 2], for: 20)
    #expect(scene.told == ["3 read", "28 read"])
  }

  @Test("a file that stays away is told once")
  func gone() {
    var scene = Scene()
    scene.see([:], for: 60, readable: false)
    scene.see(["map": 1], for: 20)
    #expect(scene.told == ["20 readAndTell", "63 read"])
  }

  @Test("a folder is not read while one of its files is gone, unless it stays away")
  func folder() {
    var scene = Scene()
    scene.see(["elements": 1, "seats": 1], for: 10)
    scene.see(["elements": 1], for: 10)
    scene.see(["elements": 1, "seats": 2], for: 10)
    scene.see(["elements": 1], for: 40)
    scene.see(["elements": 2], for: 20)
    #expect(scene.told == ["3 read", "23 read", "50 readAndTell", "73 read"])
  }
}
