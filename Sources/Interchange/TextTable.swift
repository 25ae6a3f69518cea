/// Numbers for texts: equal bytes have one number, in the order in which they first came.
///
/// A hash table of open addresses over one array of bytes: a million cells of a file are looked up
/// without making a string of any.
struct TextTable {
  /// The texts, one after the other.
  private(set) var utf8: [UInt8] = []
  /// Where each text begins in `utf8`, and where the last one ends.
  private var bounds: [UInt32] = [0]
  private var slots = Array(repeating: Slot(), count: 1 << 10)

  /// A place of the table: small, so that as many as can be are near the processor.
  private struct Slot {
    /// The text's hash, whose lower bits say where it is looked for first.
    var hash: UInt32 = 0
    /// One more than the number of the text; 0 is free.
    var entry: UInt32 = 0
  }

  /// Makes room for so many texts in all, so that the table need not grow on the way there.
  mutating func reserveCapacity(_ count: Int) {
    var size = slots.count
    while 2 * count > size { size *= 2 }
    if size > slots.count { grow(to: size) }
    bounds.reserveCapacity(count + 1)
  }

  /// How many texts there are.
  var count: Int { bounds.count - 1 }

  /// The bytes of a text.
  func range(of number: Int) -> Range<Int> { Int(bounds[number])..<Int(bounds[number + 1]) }

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
    let looks = hashes.map { slots[Int($0) & (slots.count - 1)] }
    let starts = looks.map { $0.entry > 0 ? Int(bounds[Int($0.entry) - 1]) : 0 }
    let firstBytes = starts.map { $0 < utf8.count ? utf8[$0] : 0 }
    var numbers: [UInt32] = []
    numbers.reserveCapacity(texts.count)
    for (place, text) in texts.enumerated() {
      let look = looks[place]
      let isHere =
        look.hash == hashes[place] && firstBytes[place] == text.first && holds(text, at: look)
      numbers.append(isHere ? look.entry - 1 : number(of: text, hash: hashes[place]))
    }
    return numbers
  }

  private mutating func number(of text: UnsafeRawBufferPointer, hash: UInt32) -> UInt32 {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while true {
      let slot = slots[place]
      if slot.entry == 0 { return add(text, hash: hash, at: place) }
      if slot.hash == hash, holds(text, at: slot) { return slot.entry - 1 }
      place = (place + 1) & mask
    }
  }

  private func holds(_ text: UnsafeRawBufferPointer, at slot: Slot) -> Bool {
    guard slot.entry != 0 else { return false }
    let range = range(of: Int(slot.entry) - 1)
    return range.count == text.count
      && utf8.withUnsafeBytes {
        UnsafeRawBufferPointer(rebasing: $0[range]).hasSameBytes(as: text)
      }
  }

  private mutating func add(_ text: UnsafeRawBufferPointer, hash: UInt32, at place: Int) -> UInt32 {
    utf8.append(contentsOf: text)
    // Lists have at most 1 GB, and a name's key is at most three times as long as the name.
    precondition(utf8.count < UInt32.max, "different texts take less than 4 GB")
    bounds.append(UInt32(utf8.count))
    slots[place] = Slot(hash: hash, entry: UInt32(count))
    if 2 * count > slots.count { grow(to: 2 * slots.count) }
    return UInt32(count - 1)
  }

  private mutating func grow(to size: Int) {
    let mask = size - 1
    var grown = Array(repeating: Slot(), count: size)
    for slot in slots where slot.entry != 0 {
      var place = Int(slot.hash) & mask
      while grown[place].entry != 0 { place = (place + 1) & mask }
      grown[place] = slot
    }
    slots = grown
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
  fileprivate var mixedHash: UInt32 {
    var hash = UInt64(count) &* 0x9E37_79B9_7F4A_7C15
    var place = 0
    while place + 8 < count {
      hash = Self.mixed(hash ^ loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    return UInt32(truncatingIfNeeded: Self.mixed(hash ^ lastWord))
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
