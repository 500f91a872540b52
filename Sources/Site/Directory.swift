import HTML

/// What stands in a site for the programs that visit it, and for readers who follow a wrong address. All of it needs the
/// address at which the site stands.
struct Directory {
    /// The site's address, ending in `/`.
    let address: String

    /// The list of the site's pages.
    func sitemap(_ pages: [String]) -> [UInt8] {
        var output = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        output += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        for page in pages {
            let path = page == "index.html" ? "" : WebAddress.percentEncoded(component: page)
            output += "<url><loc>\(escapedText(address + path))</loc></url>\n"
        }
        return Array((output + "</urlset>\n").utf8)
    }

    /// Every page may be visited.
    var robots: [UInt8] {
        Array("User-agent: *\nAllow: /\nSitemap: \(address)sitemap.xml\n".utf8)
    }

    /// The page that is shown where there is none. A server shows it at any depth, so that its links must be whole.
    func missingPage(_ template: PageTemplate) -> [UInt8] {
        let body: Node = [
            .tag("header", [:], [.tag("h1", [:], "Nothing is here")]),
            .tag(
                "p", [:],
                [
                    "The page may have moved. Search for it above, or begin at ",
                    .tag("a", ["href": address], "the opening page"), ".",
                ]),
        ]
        let parts = PageTemplate.Parts(
            file: "404.html", title: "Nothing is here", body: body.serialised(), isNowhere: true)
        return Array(template.page(parts).utf8)
    }
}
