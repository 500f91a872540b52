import TeXMath

/// The style sheet and the script of every page, carried inside the tool so that it finds them wherever it stands.
enum SiteAssets {
    /// The style sheet.
    static var style: [UInt8] {
        [
            PackageResources.base_css, PackageResources.layout_css, PackageResources.code_css,
            PackageResources.prose_css, Array(MathStylesheet.css.utf8), PackageResources.search_css,
            PackageResources.print_css,
        ].flatMap(\.self)
    }

    /// The script: theme, copying, previews, contents, search. Pages are whole without it.
    static var script: [UInt8] {
        [
            PackageResources.theme_js, PackageResources.code_js, PackageResources.previews_js,
            PackageResources.outline_js, PackageResources.search_js,
        ].flatMap(\.self)
    }
}
