import Foundation
import Storage
import Testing

@testable import Execution

@Suite struct ImportFlagsTests {
    @Test(
        arguments: [
            (["-O", "-Xcc", "-fmodule-map-file=/a b/m", "-g"], ["-Xcc", "-fmodule-map-file=/a b/m"]),
            (["-Xcc", "-I", "-Xcc", "/a", "-Xcc", "-fPIC"], ["-Xcc", "-I", "-Xcc", "/a"]),
            (["-Xcc", "-I/usr/x", "-I", "/Modules"], ["-Xcc", "-I/usr/x", "-I", "/Modules"]),
            (
                ["-Xfrontend", "-load-plugin-executable", "-Xfrontend", "/m-tool#M", "-Xfrontend", "-x"],
                ["-Xfrontend", "-load-plugin-executable", "-Xfrontend", "/m-tool#M"]
            ), (["-load-plugin-executable", "/m#M", "-o", "/x"], ["-load-plugin-executable", "/m#M"]),
            (["-Xcc"], []), (["-emit-module", "-DDEBUG", "-target", "x"], []),
        ] as [([String], [String])])
    func `what says where modules are is kept`(arguments: [String], flags: [String]) {
        #expect(ImportFlags.flags(in: arguments) == flags)
    }

    @Test func `the flags are those of the module that has all others below it`() throws {
        let plan = FileManager.default.temporaryDirectory.path + "/plan-\(UUID().uuidString).yaml"
        defer { try? Files.remove(plan) }
        let text = """
            commands:
              "C.BookModules-x86_64-release.dylib":
                args: ["-I","/wrong"]
              "C.BookModules-x86_64-release.module":
                tool: shell
                args: ["swiftc","-I","/right"]
              "C.Lib-x86_64-release.module":
                args: ["-I","/other"]
            """
        try Files.write(Array(text.utf8), to: plan)
        #expect(ImportFlags.read(from: plan, module: "BookModules") == ["-I", "/right"])
        #expect(ImportFlags.read(from: plan, module: "Other").isEmpty)
        #expect(ImportFlags.read(from: plan + "x", module: "BookModules").isEmpty)
    }
}
