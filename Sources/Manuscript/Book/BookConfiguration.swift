import Diagnostics

/// What `book.yml` says.
public struct BookConfiguration: Sendable, Hashable {
    /// The book's title.
    public var title: String
    /// A line below the title.
    public var subtitle: String?
    /// Who wrote it.
    public var authors: [String]
    /// The language of the text, as HTML names it.
    public var language: String
    /// The opening page, the front matter, the chapters, the appendices and the pages behind them.
    public var pages: [Page]
    /// The modules that every chapter may import; each is a library product of the package.
    public var modules: [String]
    /// The folder of the Swift package that has the modules, relative to the book's folder.
    public var package: String
    /// Files that chapters read when they run, relative to the book's folder.
    public var data: [String]
    /// What a running chapter may use.
    public var limits: Limits
    /// The Swift that chapters are written in.
    public var swift: SwiftDialect
    /// TeX macros by name, without the backslash.
    public var macros: [String: String]
    /// The address of the book's sources, for links to them.
    public var repository: String?
    /// The share of the numbers in prose, in hundredths, that something must stand behind; nil if none is required.
    public var coverage: Int?
    /// Words whose numbers are given, and are no results, wherever they stand: `60 steps`.
    public var literals: [String]
    /// Whether the code that only shows figures is folded away at the end of each block.
    public var foldsFigures: Bool
    /// The address at which the site will stand, ending in `/`; nil if it is not known.
    public var address: String?
    /// Where `book.yml` says so.
    var places: [Entry: SourceLocation]

    /// Something that `book.yml` says.
    public enum Entry: Sendable, Hashable {
        /// A key with all that stands under it, such as `modules`.
        case key(String)
        /// One of the modules.
        case module(String)
        /// One of the data files.
        case data(String)
        /// A macro, by its name as it is written.
        case macro(String)
    }

    /// Where an entry stands in `book.yml`, if it is there.
    public func place(of entry: Entry) -> SourceLocation? { places[entry] }
}

/// A page that `book.yml` lists.
public struct Page: Sendable, Hashable {
    /// The Markdown file, beside `book.yml`.
    public var file: String
    /// Where in the book it stands.
    public var role: Chapter.Role
    /// The title of the part of the book that begins with it.
    public var part: String?
    /// Where `book.yml` lists it.
    public var location: SourceLocation
}

/// What a running chapter may use.
public struct Limits: Sendable, Hashable {
    /// How long each block may run.
    public var time: Duration
    /// How much memory the program may take, in bytes.
    public var memory: Int
    /// How much each chapter may print, in bytes.
    public var output: Int

    /// Limits; those that are left out are the usual ones.
    public init(time: Duration = .seconds(60), memory: Int = 4 << 30, output: Int = 1 << 20) {
        self.time = time
        self.memory = memory
        self.output = output
    }
}
