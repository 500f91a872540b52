import Markdown
import Diagnostics
import HTML

extension ChapterReader {
    /// An image: of a paragraph of its own, with its title as caption, or in running text.
    mutating func picture(_ image: Image, range: Range<Int>, captioned: Bool) -> Picture? {
        readValues(in: image.alternative)
        if !captioned { refuseCaption(of: image, range: range) }
        if captioned, let id = image.id {
            label(id, of: "an image", as: [.figure], title: image.title, at: range)
            claim(id, at: range)
        }
        let caption = captioned ? caption(of: image, at: range) : []
        let alternative = image.alternative.plainText
        if alternative.allSatisfy(\.isWhitespace) {
            report(
                "this image has no alternative text", at: range,
                help: "say between the brackets what it shows, for readers who cannot see it")
        }
        guard let path = file(of: image, range: range) else { return nil }
        record(.file(path), isBlank: false, at: range, of: range)
        return Picture(
            file: path, alternative: alternative, caption: caption, label: captioned ? image.id : nil)
    }

    /// In running text nothing says a figure's number, and a caption has no place.
    private mutating func refuseCaption(of image: Image, range: Range<Int>) {
        if let id = image.id {
            report(
                "an image in a sentence has no number", at: range,
                help: "put it into a paragraph of its own, or take {#\(id)} out")
        } else if !image.title.isEmpty {
            report(
                "an image in a sentence has no caption", at: range,
                help: "put it into a paragraph of its own, or take the words in quotes out")
        }
    }

    private mutating func file(of image: Image, range: Range<Int>) -> String? {
        if image.source.isEmpty {
            report("this image names no file", at: range, help: "write ![what it shows](file.svg)")
            return nil
        }
        if WebAddress.isDangerous(image.source) || WebAddress.scheme(of: image.source) != nil
            || image.source.hasPrefix("//")
        {
            report(
                "this image is not in the book", at: range,
                help:
                    "put the file into the book's folder and name its path: a page asks the network for nothing"
            )
            return nil
        }
        guard let path = pathWithinBook(image.source) else {
            report(
                "this image lies outside the book's folder", at: range,
                help: "put the file into the book's folder")
            return nil
        }
        guard Self.pictureTypes.contains(where: { path.lowercased().hasSuffix("." + $0) }) else {
            report(
                "\(path) is no picture that a page can show", at: range,
                help: "the name of a picture ends in "
                    + Self.pictureTypes.map { "." + $0 }.joined(separator: ", "))
            return nil
        }
        return path
    }

    /// How the names of pictures end that every browser shows.
    private static let pictureTypes = ["svg", "png", "jpg", "jpeg", "gif", "webp", "avif"]
}
