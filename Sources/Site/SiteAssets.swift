import TeXMath

/// What every page loads, carried inside the tool so that it finds it wherever it stands.
enum SiteAssets {
    /// The files of the folder `assets`, by their names. The search box loads its index by itself.
    static var files: [(name: String, bytes: [UInt8])] {
        [
            ("style.css", style), ("book.js", script),
            // The font of the formulas, beside its terms; `Fonts` has the script that makes it.
            ("stix-two-math.woff2", PackageResources.stix_two_math_woff2),
            ("stix-two-math.txt", PackageResources.stix_two_math_txt),
        ]
    }

    /// The style sheet.
    static var style: [UInt8] {
        [
            PackageResources.base_css, PackageResources.layout_css, PackageResources.code_css,
            PackageResources.prose_css, Array(MathStylesheet.css.utf8), PackageResources.search_css,
            PackageResources.print_css,
        ].flatMap(\.self)
    }

    /// The script, without the comments and the indentation that only its authors read: theme, copying, previews, contents, search. Pages are whole without it.
    static var script: [UInt8] {
        [
            PackageResources.mathematics_js, PackageResources.loading_js, PackageResources.theme_js,
            PackageResources.code_js,
            PackageResources.figures_js, PackageResources.cards_js, PackageResources.outline_js,
            PackageResources.search_js,
        ].flatMap(lines)
    }

    /// The lines of a script that do something.
    private static func lines(of script: [UInt8]) -> [UInt8] {
        script.split(separator: UInt8(ascii: "\n")).flatMap { line in
            let line = line.drop { $0 == UInt8(ascii: " ") }
            return line.starts(with: "//".utf8) ? [] : line + [UInt8(ascii: "\n")]
        }
    }
}
