import SystemMaps
import Testing

@testable import Interchange

@Suite("CSV bytes")
struct CSVReaderTests {
  private func records(_ text: String, delimiter: Character = ",") throws -> [[String]] {
    var reader = CSVReader(Array(text.utf8), delimiter: delimiter.asciiValue ?? 0)
    var records: [[String]] = []
    while let record = try reader.next() { records.append(record.cells) }
    return records
  }

  private func lines(_ text: String) throws -> [Int] {
    var reader = CSVReader(Array(text.utf8), delimiter: UInt8(ascii: ","))
    var lines: [Int] = []
    while let record = try reader.next() { lines.append(record.number) }
    return lines
  }

  @Test(
    "cells are those of Python's csv",
    arguments: [
      ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
      ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
      ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
      ("\"a,b\",c", [["a,b", "c"]]),
      ("\"say \"\"hi\"\"\",c", [["say \"hi\"", "c"]]),
      ("\"two\nlines\",c", [["two\nlines", "c"]]),
      ("\"two\r\nlines\",c", [["two\r\nlines", "c"]]),
      ("a 5\" pipe,b", [["a 5\" pipe", "b"]]),
      ("\"a\"b,c", [["ab", "c"]]),
      ("\"a\" \"b\",c", [["a \"b\"", "c"]]),
      (" \"a\",b", [[" \"a\"", "b"]]),
      ("a,,\n,\n", [["a", "", ""], ["", ""]]),
      ("\"\",\"\"\n", [["", ""]]),
      ("a,b\n\nc,d", [["a", "b"], [""], ["c", "d"]]),
      ("é,日本\n🏫,\u{0}", [["é", "日本"], ["🏫", "\u{0}"]]),
    ])
  func cells(_ text: String, _ expected: [[String]]) throws {
    #expect(try records(text) == expected)
  }

  @Test("rows are numbered as a text editor counts")
  func numbers() throws {
    #expect(try lines("a\n\n\"b\nb\r\nb\"\nc\r\rd\r\ne") == [1, 2, 3, 6, 7, 8, 9])
  }

  @Test("an open quotation mark is an error with the line it began on")
  func unterminated() {
    #expect(throws: CSVReader.UnterminatedQuote.self) { try records("a\n\"b\nc\n") }
    #expect(
      failure { _ = try CSVTable(utf8: Array("a,b\nc,d\ne,\"f\ng\n".utf8), file: "x.csv") }
        == "x.csv:3: a quotation mark opens a cell that never closes; expected a second quotation "
        + "mark before the end of the file")
  }

  @Test(
    "the delimiter is the one that makes columns",
    arguments: [
      ("a,b\n1,2\n", ","), ("a;b\n1,5;2\n", ";"), ("a\tb, c\n1\t2\n", "\t"), ("a|b\n1|2\n", "|"),
      ("Label\nOne, two\n", ","), ("From,To\nA,B|C\nA,D|E\n", ","),
      ("a;b\n\"x, y\";\"1,2,3\"\n", ";"), ("sep=;\na,b;c\n", ";"), ("SEP=\t\na\tb\n", "\t"),
      ("", ","), ("a,b,c\n1,2\n3,4,5,6\n7,8,9", ","),
    ])
  func delimiter(_ text: String, _ expected: Character) {
    #expect(CSVDialect(of: Array(text.utf8)).delimiter == expected.asciiValue)
  }

  @Test("the line sep= is no header, and counts as a line")
  func statedDelimiter() throws {
    let table = try CSVTable(utf8: Array("sep=;\r\nLabel;Type\r\nA;b\r\n".utf8), file: "x.csv")
    #expect(table.header == ["Label", "Type"])
    #expect(table.rows == [Sheet.Row(number: 3, cells: ["A", "b"])])
  }

  @Test("blank rows are skipped, and counted in row numbers")
  func blankRows() throws {
    let table = try CSVTable(utf8: Array("\n,,\nLabel,Type\n\n , \u{A0}\nA,b,c\n".utf8), file: "x")
    #expect(table.header == ["Label", "Type"])
    #expect(table.rows == [Sheet.Row(number: 6, cells: ["A", "b", "c"])])
  }

  @Test("equals Python's csv on real files", SharedData.needs("data/hsds-legal-aid"))
  func realFiles() throws {
    for (file, rows, cells, bytes) in RealCSV.measured {
      let content = try FileContent(path: SharedData.path("data/" + file))
      let utf8 = TextDecoding(content).utf8
      var reader = CSVReader(utf8, delimiter: UInt8(ascii: ","))
      var counts = (rows: 0, cells: 0, bytes: 0)
      while let record = try reader.next() {
        if record.cells == [""] { continue }
        counts.rows += 1
        counts.cells += record.cells.count
        counts.bytes += record.cells.reduce(0) { $0 + $1.utf8.count }
      }
      #expect(counts == (rows, cells, bytes), "\(file)")
    }
  }

  @Test("quoted line ends", SharedData.needs("data/hsds-legal-aid/services.csv"))
  func quotedNewlines() throws {
    let content = try FileContent(path: SharedData.path("data/hsds-legal-aid/services.csv"))
    let table = try CSVTable(utf8: content.bytes, file: "services.csv")
    let newlines = table.rows.flatMap(\.cells).reduce(0) { $0 + $1.utf8.count { $0 == 0x0A } }
    #expect(newlines == 220)
    #expect(table.rows.count == 430)
    #expect(table.rows.allSatisfy { $0.cells.count == table.header.count })
    #expect(table.rows.last?.number == 651)
  }
}
