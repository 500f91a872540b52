import Foundation

/// The five listings, in both languages: a cell, its gradient, an LSTM step, a GRU step, a truncated sum.
private let listings: [(title: String, swift: String, python: String)] = [
    (
        "Recurrence",
        """
        import RecurrentNetworks
        var random = PCG64(seed: 0)
        let W = random.normal(4, 3, standardDeviation: 0.5), U = random.normal(4, 4, standardDeviation: 0.5)
        let X = random.normal(6, 3)
        var h = Vector.zeros(4)
        for t in 0..<6 { h = tanh(W * X[t] + U * h); print(t, h.norm) }
        """,
        """
        import numpy as np
        rng = np.random.default_rng(0)
        W, U = rng.normal(0, 0.5, (4, 3)), rng.normal(0, 0.5, (4, 4))
        X = rng.normal(0, 1, (6, 3))
        h = np.zeros(4)
        for t in range(6):
            h = np.tanh(W @ X[t] + U @ h); print(t, np.linalg.norm(h))
        """
    ),
    (
        "Gradients",
        """
        import RecurrentNetworks
        for w in [0.5, 0.9, 1.1] {
            var (h, g) = (0.0, 1.0)
            for t in 0..<60 { h = tanh(w * h + (t == 0 ? 1 : 0)); g *= (1 - h * h) * w }
            print(w, g)
        }
        """,
        """
        import numpy as np
        for w in (0.5, 0.9, 1.1):
            h, g = 0.0, 1.0
            for t in range(60):
                h = np.tanh(w * h + (1 if t == 0 else 0)); g *= (1 - h * h) * w
            print(w, g)
        """
    ),
    (
        "LSTM",
        """
        import RecurrentNetworks
        var random = PCG64(seed: 1)
        let W = random.normal(12, 2, standardDeviation: 0.6)
        let x: Vector = [1, -0.5], c: Vector = [0.4, -0.2, 0.9]
        let a = W * x
        print(sigmoid(a[0..<3]) ⊙ c + sigmoid(a[3..<6]) ⊙ tanh(a[9..<12]))
        """,
        """
        import numpy as np
        rng = np.random.default_rng(1)
        W = rng.normal(0, 0.6, (12, 2))
        x, c = np.array([1, -0.5]), np.array([0.4, -0.2, 0.9])
        a = W @ x
        s = lambda z: 1 / (1 + np.exp(-z))
        print(s(a[:3]) * c + s(a[3:6]) * np.tanh(a[9:]))
        """
    ),
    (
        "GRU",
        """
        import RecurrentNetworks
        var random = PCG64(seed: 2)
        let W = random.normal(9, 2, standardDeviation: 0.6)
        let x: Vector = [1, -0.5], h: Vector = [0.4, -0.2, 0.9]
        let a = W * x
        let z = sigmoid(a[0..<3])
        print((1 - z) ⊙ h + z ⊙ tanh(a[6..<9]))
        """,
        """
        import numpy as np
        rng = np.random.default_rng(2)
        W = rng.normal(0, 0.6, (9, 2))
        x, h = np.array([1, -0.5]), np.array([0.4, -0.2, 0.9])
        a = W @ x
        z = 1 / (1 + np.exp(-a[:3]))
        print((1 - z) * h + z * np.tanh(a[6:]))
        """
    ),
    (
        "Truncation",
        """
        import RecurrentNetworks
        var total = 0.0
        for k in 1...60 { total += exp(-0.1 * Double(k)); if k % 20 == 0 { print(k, total) } }
        """,
        """
        import numpy as np
        total = 0.0
        for k in range(1, 61):
            total += np.exp(-0.1 * k)
            if k % 20 == 0: print(k, total)
        """
    ),
]

private let prose = "Some words about the listing, with *emphasis* and `code`, as a chapter has them.\n\n"

private func write(_ text: String, _ path: String) throws {
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
}

private func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
}

/// The five listings as a book of this project.
struct SwiftBook {
    let folder: String
    private let scratch: String

    init(folder: String, root: String) throws {
        self.folder = folder
        scratch = folder + "/.build/book"
        let chapters = (1...5).map { "\($0).md" }.joined(separator: ", ")
        try write(
            "title: Five listings\nopening: index.md\nchapters: [\(chapters)]\nmodules: [RecurrentNetworks]\n",
            folder + "/chapters/book.yml")
        // A package of its own, as another author has, around the module's sources.
        try write(
            """
            // swift-tools-version: 6.2
            import PackageDescription
            let package = Package(
                name: "listings", products: [.library(name: "RecurrentNetworks", targets: ["RecurrentNetworks"])],
                targets: [.target(name: "RecurrentNetworks")])
            """, folder + "/Package.swift")
        try FileManager.default.createDirectory(
            atPath: folder + "/Sources", withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: root + "/Sources/RecurrentNetworks", toPath: folder + "/Sources/RecurrentNetworks")
        try write("# Five listings\n\n" + prose, folder + "/chapters/index.md")
        for (index, listing) in listings.enumerated() {
            try write(
                "# \(listing.title)\n\n\(prose)```swift\n\(listing.swift)\n```\n\n\(prose)",
                folder + "/chapters/\(index + 1).md")
        }
    }

    /// Forgets everything but the compiled modules.
    func forget() throws {
        for name in ["memos"] { remove("\(scratch)/\(name)") }
        remove(folder + "/site")
    }

    func changeProse(_ repetition: Int) throws {
        let path = folder + "/chapters/3.md"
        try write(
            try String(contentsOfFile: path, encoding: .utf8) + "One more line, number \(repetition).\n\n",
            path)
    }
}

/// The five listings as a Jupyter Book.
struct JupyterBook {
    let folder: String

    init(folder: String) throws {
        self.folder = folder
        try write("title: Five listings\nexecute:\n  execute_notebooks: cache\n", folder + "/_config.yml")
        let chapters = (1...5).map { "- file: \"\($0)\"" }.joined(separator: "\n")
        try write("format: jb-book\nroot: index\nchapters:\n\(chapters)\n", folder + "/_toc.yml")
        try write("# Five listings\n\n" + prose, folder + "/index.md")
        let header =
            "---\njupytext:\n  text_representation:\n    extension: .md\n    format_name: myst\n"
            + "kernelspec:\n  display_name: Python 3\n  language: python\n  name: python3\n---\n"
        for (index, listing) in listings.enumerated() {
            try write(
                "\(header)\n# \(listing.title)\n\n\(prose)```{code-cell} ipython3\n\(listing.python)\n```\n\n\(prose)",
                folder + "/\(index + 1).md")
        }
    }

    func forget() throws {
        remove(folder + "/_build")
    }

    func changeProse(_ repetition: Int) throws {
        let path = folder + "/3.md"
        try write(
            try String(contentsOfFile: path, encoding: .utf8) + "One more line, number \(repetition).\n\n",
            path)
    }
}
