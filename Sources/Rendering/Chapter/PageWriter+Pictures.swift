import CommonMark
import HTML

extension PageWriter {
    /// An image in running text.
    mutating func image(_ image: Image, range: Range<Int>) -> Node {
        if let id = image.id { claim(id, at: range) }
        return element(of: image, range: range, id: image.id)
    }

    /// An image alone in its paragraph, with its title as caption.
    mutating func picture(_ image: Image, range: Range<Int>) -> Node {
        var caption: [Node] = []
        var attributes = [Attribute("class", "picture")]
        if let id = image.id {
            claim(id, at: range)
            attributes.append(Attribute("id", id))
            if let label = label(id) { caption = [.tag("span", ["class": "label"], label.text + ".")] }
        }
        if !image.title.isEmpty { caption += [.text(" " + image.title)] }
        if image.title.contains("](swift:") || image.title.contains("](<swift:") {
            report(
                "a value cannot stand in a caption", at: range,
                help: "put it in the text, where it is computed and checked")
        }
        var content = [element(of: image, range: range, id: nil)]
        if !caption.isEmpty { content.append(.tag("figcaption", [:], caption)) }
        if let id = image.id { keepPreview(id, content) }
        return .element(Element("figure", attributes, content))
    }

    private mutating func element(of image: Image, range: Range<Int>, id: String?) -> Node {
        let alternative = image.alternative.plainText
        if alternative.allSatisfy(\.isWhitespace) {
            report(
                "this image has no alternative text", at: range,
                help: "say between the brackets what it shows, for readers who cannot see it")
        }
        if image.source.isEmpty {
            report("this image names no file", at: range, help: "write ![what it shows](file.svg)")
            return .empty
        }
        guard scheme(of: image.source) == nil, !image.source.hasPrefix("//") else {
            report(
                "this image is not in the book", at: range,
                help:
                    "put the file into the book's folder and name its path: a page asks the network for nothing"
            )
            return .empty
        }
        guard let target = resolvedPath(image.source, from: path) else {
            report(
                "this image lies outside the book's folder", at: range,
                help: "put the file into the book's folder")
            return .empty
        }
        guard pictureTypes.contains(where: { target.lowercased().hasSuffix("." + $0) }) else {
            report(
                "\(target) is no picture that a page can show", at: range,
                help: "the name of a picture ends in "
                    + pictureTypes.map { "." + $0 }.joined(separator: ", "))
            return .empty
        }
        record(.file(target), at: range)
        var attributes = [
            Attribute("src", percentEncoded(url: fileAddress(target))), Attribute("alt", alternative),
        ]
        if let id { attributes.append(Attribute("id", id)) }
        return .element(Element("img", attributes))
    }
}

/// How the names of pictures end that every browser shows.
private let pictureTypes = ["svg", "png", "jpg", "jpeg", "gif", "webp", "avif"]
