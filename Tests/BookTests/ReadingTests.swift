#if os(Linux)
    import Foundation
    import Testing

    /// How often a command has a chapter read as Markdown: a library that is loaded before libcmark counts the bytes that
    /// libcmark is given.
    extension CommandLineTests {
        private static let counter = #"""
            #define _GNU_SOURCE
            #include <dlfcn.h>
            #include <fcntl.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <unistd.h>
            static void note(size_t length) {
                const char *path = getenv("FED_BYTES");
                if (!path) return;
                int file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0644);
                dprintf(file, "%zu\n", length);
                close(file);
            }
            void cmark_parser_feed(void *parser, const char *text, size_t length) {
                note(length);
                ((void (*)(void *, const char *, size_t))dlsym(RTLD_NEXT, "cmark_parser_feed"))(parser, text, length);
            }
            void *cmark_parse_document(const char *text, size_t length, int options) {
                note(length);
                return ((void *(*)(const char *, size_t, int))dlsym(RTLD_NEXT, "cmark_parse_document"))(
                    text, length, options);
            }
            """#

        private func fedBytes(_ command: String, _ part: String? = nil, counter: String, in folder: URL)
            throws -> Int
        {
            let record = folder.appending(path: UUID().uuidString).path
            let environment = ["LD_PRELOAD": counter, "FED_BYTES": record]
            let result =
                try part.map { try book.run(command, $0, environment: environment) }
                ?? book.run(command, environment: environment)
            #expect(result.code == 0, "\(result.errors)")
            return try String(contentsOfFile: record, encoding: .utf8).split(separator: "\n")
                .compactMap { Int($0) }.reduce(0, +)
        }

        /// One reading gives libcmark the bytes of the chapters and, before them, a line for each label and each name of a
        /// character that it alone knows.
        @Test func noCommandReadsAChapterTwice() throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: "count-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let source = folder.appending(path: "counter.c")
            try Self.counter.write(to: source, atomically: false, encoding: .utf8)
            let counter = folder.appending(path: "counter.so").path
            let compiler = Process()
            compiler.executableURL = URL(filePath: "/usr/bin/env")
            compiler.arguments = ["clang", "-shared", "-fPIC", "-o", counter, source.path, "-ldl"]
            try compiler.run()
            compiler.waitUntilExit()
            try #require(compiler.terminationStatus == 0)

            let chapters = try ["index.md", "01-sieve.md"].map { try book.read("chapters/\($0)").utf8.count }
            let once = try fedBytes("clean", counter: counter, in: folder)
            let atLeast = chapters.reduce(0, +)
            #expect(once >= atLeast && once < atLeast * 5 / 4, "\(once) bytes read of \(atLeast)")
            for (command, part) in [("test", nil), ("diff", nil), ("diff", "01-sieve")] {
                let bytes = try fedBytes(command, part, counter: counter, in: folder)
                #expect(bytes == once, "\(command)")
            }
            // What was read is still in memory when pages are made; captions, which are Markdown of their own, are read
            // once more for the share of their numbers that is covered.
            let built = try fedBytes("build", counter: counter, in: folder)
            #expect(built >= once && built < once * 11 / 10, "\(built)")
        }
    }
#endif
