internal import CGraphvizShim
internal import Foundation

extension Graphviz {
  /// Draws for the process that started this one, as ``GraphvizWorkers`` does, until it is gone.
  ///
  /// Jobs come and answers go over the socket that stands in place of the standard input.
  ///
  /// - Returns: False if nobody has ever asked: the program was started by other means.
  public static func serve() -> Bool {
    let line = GraphvizLine(socket: dup(STDIN_FILENO))
    var hasServed = false
    while let request = try? line.receive(GraphvizRequest.self) {
      hasServed = true
      sightline_limit_memory(request.limits.bytes)
      // Whoever asked may be gone, and then nobody else would end a drawing that hangs.
      sightline_limit_time(UInt32(clamping: request.limits.seconds))
      let reply: GraphvizReply
      do throws(GraphvizError) {
        reply = .answer(try perform(request.job))
      } catch {
        reply = .failure(error)
      }
      sightline_limit_time(0)
      guard (try? line.send(reply, milliseconds: request.limits.seconds * 1_000)) != nil else {
        break
      }
    }
    return hasServed
  }
}
