import Foundation
import Site
import Testing

/// Pages in a real browser, where there is one.
@Suite(.enabled(if: Browser.path != nil)) struct BrowserTests {
    private static let book = [
        "# One\n\nValue [0.25](<swift: x>), [](#eq-sum).\n\n## First\n\n$$\\sum_i x_i$$ {#eq-sum}\n\n## Second\n\n"
            + "```swift\nprint(1)\n```\n\n```output\n1\n```\n\nThe end of the page.\n",
        "# Two\n\nAs [](#eq-sum) says.\n",
    ]

    @Test func scriptsRunWithoutComplaint() async throws {
        let book = try TestBook(chapters: Self.book)
        try await book.build()
        for page in ["index.html", "1.html", "2.html"] {
            let (document, console) = try Browser.load(book.site + "/" + page)
            #expect(console == [], "\(page)")
            #expect(document.contains("scripted"))
            #expect(document.contains("The end of the page.") || page != "1.html")
        }
        let (document, _) = try Browser.load(book.site + "/1.html")
        #expect(document.contains("aria-label=\"Copy the code\""))
        #expect(document.contains("aria-current=\"location\""))
    }

    /// The button that copies covers no code, and a drawing shrinks with its place until its words would be too small.
    @Test func nothingIsCoveredOrCutOff() async throws {
        let book = try TestBook(chapters: [
            "# One\n\n```swift\nlet line = \"\(String(repeating: "long ", count: 60))\"\n```\n\n"
                + "```swift folded\nlet other = 1\n```\n\n```swift id=fig-a\nshow(plot)\n```\n\n```output\nFIGURE\n```\n"
        ])
        let drawing =
            "<svg width=\"640\" height=\"320\" viewBox=\"0 0 640 320\" style=\"max-width:100%;height:auto\"></svg>\n"
        _ = try await book.builder(drawing: drawing).write(to: book.site)
        let probe = """
            <script>addEventListener("load", () => {
              for (const fold of document.querySelectorAll("details")) fold.open = true;
              const covered = [...document.querySelectorAll(".code")].map((box) =>
                box.querySelector(".copy").getBoundingClientRect().bottom - box.querySelector("code").getBoundingClientRect().top);
              const place = document.querySelector(".drawing");
              const excess = [700, 440, 300].map((width) => {
                document.body.style.width = `${width}px`;
                return place.scrollWidth > place.clientWidth;
              });
              const box = getComputedStyle(document.querySelector(".code pre"));
              document.body.dataset.found = JSON.stringify(
                [covered.length, covered.every((excess) => excess <= 0), excess, box.backgroundAttachment]).replaceAll('"', "");
            });</script></head>
            """
        let page = try book.page("1.html").replacingOccurrences(of: "</head>", with: probe)
        try Data(page.utf8).write(to: URL(filePath: book.site + "/probe.html"))
        let (document, console) = try Browser.load(book.site + "/probe.html")
        #expect(console == [])
        let found = document.firstMatch(of: /data-found="([^"]*)"/).map { String($0.1) }
        #expect(found == "[3,true,[false,false,true],local, local, scroll, scroll]")
    }

    /// What was looked for, how many places have it, and where the best of them is.
    @Test(arguments: [
        ("second", "1 found", "1.html?find=second#second"),
        // Typing errors, code, what it printed, and the numbers of sections and equations.
        ("secnod", "1 found", "1.html?find=second#second"), ("print", "1 found", "1.html?find=print#second"),
        ("end page", "1 found", "1.html?find=end%20page#second"),
        ("1.2", "1 found", "1.html?find=1.2#second"),
        ("0.25", "1 found", "1.html?find=0.25"), ("zzzz", "Nothing found", nil),
        ("second value", "No place has all of these words; 2 have some", "1.html?find=second#second"),
    ])
    func searchFindsFromDisk(asked: String, said: String, best: String?) async throws {
        let book = try TestBook(chapters: Self.book)
        try await book.build()
        // The probe stands beside the site, so that what it tries is the site's own script.
        let probe = """
            <script>document.addEventListener("DOMContentLoaded", () => {
              const input = document.querySelector(".search input");
              input.value = "\(asked)";
              input.dispatchEvent(new Event("input"));
            });</script></head>
            """
        let page = try book.page("1.html").replacingOccurrences(of: "</head>", with: probe)
        try Data(page.utf8).write(to: URL(filePath: book.site + "/probe.html"))
        let (document, console) = try Browser.load(book.site + "/probe.html")
        #expect(console == [])
        #expect(document.contains("role=\"status\">\(said)"))
        let first = document.firstMatch(of: /role="option"[^>]*><a href="([^"]*)"/).map { String($0.1) }
        #expect(first == best)
    }

    /// Both lists open over the page, and neither leaves an entry in the history.
    @Test func listsLieOverThePage() async throws {
        let book = try TestBook(chapters: Self.book)
        try await book.build()
        let probe = """
            <script>addEventListener("load", () => {
              const entries = history.length;
              const found = ["~chapters", "~on-this-page"].map((id) => {
                document.querySelector(`[popovertarget="${id}"]`).click();
                const list = document.getElementById(id);
                const isOpen = list.matches(":popover-open");
                list.querySelector(".close").click();
                return [isOpen, list.matches(":popover-open")];
              });
              document.body.dataset.found = JSON.stringify([found, history.length - entries]);
            });</script></head>
            """
        let page = try book.page("1.html").replacingOccurrences(of: "</head>", with: probe)
        try Data(page.utf8).write(to: URL(filePath: book.site + "/probe.html"))
        let (document, _) = try Browser.load(book.site + "/probe.html")
        let found = document.firstMatch(of: /data-found="([^"]*)"/).map { String($0.1) }
        #expect(found == "[[[true,false],[true,false]],0]")
    }
}

/// Chromium, driven by its command line.
enum Browser {
    static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// A page as it stands when its scripts have run, and what it said on the console.
    static func load(_ page: String) throws -> (document: String, console: [String]) {
        let profile = FileManager.default.temporaryDirectory.appending(path: "browser-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: profile) }
        let process = Process()
        process.executableURL = URL(filePath: path ?? "")
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(profile.path)",
            "--enable-logging=stderr",
            "--virtual-time-budget=2000", "--timeout=20000", "--dump-dom", "file://\(page)",
        ]
        let output = FileManager.default.temporaryDirectory.appending(
            path: "browser-\(UUID().uuidString).html")
        let errors = output.appendingPathExtension("log")
        for file in [output, errors] { FileManager.default.createFile(atPath: file.path, contents: nil) }
        defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        let log = try String(decoding: Data(contentsOf: errors), as: UTF8.self)
        return (
            try String(decoding: Data(contentsOf: output), as: UTF8.self),
            log.split(separator: "\n").map(String.init).filter { $0.contains(":CONSOLE") }
        )
    }
}
