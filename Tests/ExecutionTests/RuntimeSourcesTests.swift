import Foundation
import RuntimeSources
import Storage
import Testing

/// The tool carries all that chapters are compiled with.
struct RuntimeSourcesTests {
    @Test(arguments: RuntimeSources.modules + [RuntimeSources.guardModule])
    func everySourceIsCarried(module: String) throws {
        let folder = Files.parent(of: Files.parent(of: Files.parent(of: #filePath))) + "/Sources/" + module
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            $0.hasSuffix(".swift")
        }
        let carried = RuntimeSources.files.filter { $0.module == module }
        #expect(Set(carried.map(\.name)) == Set(names), "list them all in RuntimeSources.swift")
        for file in carried {
            #expect(try Files.read("\(folder)/\(file.name)") == file.bytes, "\(file.name)")
        }
    }
}
