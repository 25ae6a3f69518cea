/// Numbers for texts: equal bytes have one number, in the order in which they first came.
///
/// A hash table of open addresses over one array of bytes: a million cells of a file are looked up
/// without making a string of any.
struct TextTable {
  /// The texts, one after the other.
  private(set) var utf8: [UInt8] = []
  /// Where each text ends in `utf8`.
  private(set) var ends: [Int] = []
  private var slots = Array(repeating: Slot(), count: 1 << 10)
  private var hashes: [UInt64] = []

  /// A place of the table: all that a comparison needs, so that a text is found with one look here
  /// and one at its bytes.
  private struct Slot {
    /// The upper half of the text's hash.
    var tag: UInt32 = 0
    /// One more than the number of the text; 0 is free.
    var entry: UInt32 = 0
    var start: UInt32 = 0
    var length: UInt32 = 0
  }

  /// Makes room for so many texts in all, so that the table need not grow on the way there.
  mutating func reserveCapacity(_ count: Int) {
    var size = slots.count
    while 2 * count > size { size *= 2 }
    if size > slots.count { grow(to: size) }
    ends.reserveCapacity(count)
    hashes.reserveCapacity(count)
  }

  /// How many texts there are.
  var count: Int { ends.count }

  /// The bytes of a text.
  func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// A text.
  subscript(number: Int) -> String { String(decoding: utf8[range(of: number)], as: UTF8.self) }

  /// The number of a text; a new one is added.
  mutating func number(of text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { number(of: UnsafeRawBufferPointer($0)) }
  }

  /// The number of a text; a new one is added.
  mutating func number(of text: UnsafeRawBufferPointer) -> UInt32 {
    number(of: text, hash: text.mixedHash)
  }

  /// The numbers of texts, in their order; new ones are added.
  ///
  /// All are looked up before the first is compared: the places of a large table are far from the
  /// processor, and so it waits for many of them at once. A list of a million rows and 100,000
  /// names is scanned in two thirds of the time that it takes one by one.
  mutating func numbers(of texts: [UnsafeRawBufferPointer]) -> [UInt32] {
    let hashes = texts.map(\.mixedHash)
    let looks = hashes.map { slots[Int(truncatingIfNeeded: $0) & (slots.count - 1)] }
    let firstBytes = looks.map { $0.length > 0 ? utf8[Int($0.start)] : 0 }
    var numbers: [UInt32] = []
    numbers.reserveCapacity(texts.count)
    for (place, text) in texts.enumerated() {
      let slot = looks[place]
      let isHere =
        slot.tag == Self.tag(of: hashes[place]) && firstBytes[place] == text.first
        && holds(text, at: slot)
      numbers.append(isHere ? slot.entry - 1 : number(of: text, hash: hashes[place]))
    }
    return numbers
  }

  private mutating func number(of text: UnsafeRawBufferPointer, hash: UInt64) -> UInt32 {
    let tag = Self.tag(of: hash)
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[place]
      if slot.entry == 0 { return add(text, hash: hash, at: place) }
      if slot.tag == tag, holds(text, at: slot) { return slot.entry - 1 }
      place = (place + 1) & mask
    }
  }

  private static func tag(of hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }

  private func holds(_ text: UnsafeRawBufferPointer, at slot: Slot) -> Bool {
    guard slot.entry != 0, Int(slot.length) == text.count else { return false }
    return utf8.withUnsafeBytes {
      let start = Int(slot.start)
      return UnsafeRawBufferPointer(rebasing: $0[start..<start + text.count]).hasSameBytes(as: text)
    }
  }

  private mutating func add(_ text: UnsafeRawBufferPointer, hash: UInt64, at place: Int) -> UInt32 {
    utf8.append(contentsOf: text)
    ends.append(utf8.count)
    hashes.append(hash)
    // Lists have at most 1 GB, and a name's key is at most three times as long as the name.
    precondition(utf8.count < UInt32.max, "different texts take less than 4 GB")
    slots[place] = slot(of: count - 1)
    if 2 * count > slots.count { grow(to: 4 * slots.count) }
    return UInt32(count - 1)
  }

  private func slot(of number: Int) -> Slot {
    let range = range(of: number)
    return Slot(
      tag: Self.tag(of: hashes[number]), entry: UInt32(number + 1),
      start: UInt32(range.lowerBound), length: UInt32(range.count))
  }

  private mutating func grow(to size: Int) {
    slots = Array(repeating: Slot(), count: size)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & mask
      while slots[place].entry != 0 { place = (place + 1) & mask }
      slots[place] = slot(of: number)
    }
  }

  /// The numbers of all texts of another table, in their order; new ones are added.
  mutating func numbers(ofAll other: TextTable) -> [UInt32] {
    other.utf8.withUnsafeBytes { bytes in
      var numbers: [UInt32] = []
      numbers.reserveCapacity(other.count)
      for start in stride(from: 0, to: other.count, by: 256) {
        let block = (start..<min(start + 256, other.count)).map {
          UnsafeRawBufferPointer(rebasing: bytes[other.range(of: $0)])
        }
        numbers += self.numbers(of: block)
      }
      return numbers
    }
  }
}

extension UnsafeRawBufferPointer {
  /// A hash of the bytes, eight at a time: each step multiplies to twice the width and folds.
  fileprivate var mixedHash: UInt64 {
    var hash = UInt64(count) &* 0x9E37_79B9_7F4A_7C15
    var place = 0
    while place + 8 < count {
      hash = Self.mixed(hash ^ loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    return Self.mixed(hash ^ lastWord)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }

  /// Whether another buffer of the same size holds the same bytes.
  fileprivate func hasSameBytes(as other: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    while place + 8 < count {
      if loadUnaligned(fromByteOffset: place, as: UInt64.self)
        != other.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      {
        return false
      }
      place += 8
    }
    return lastWord == other.lastWord
  }

  /// The last eight bytes, some of which may have been looked at before; all, if there are fewer.
  private var lastWord: UInt64 {
    if count >= 8 { return loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) }
    var word: UInt64 = 0
    for byte in self { word = word << 8 | UInt64(byte) }
    return word
  }
}
