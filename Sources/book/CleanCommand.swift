import ArgumentParser
import Diagnostics
import Press

struct CleanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean",
        abstract: "Forget everything that can be made again.",
        discussion: """
            Removes compiled modules, transcripts and rendered pages of earlier builds. Chapters and the site stay; \
            the next build runs every chapter.
            """)

    @OptionGroup var options: BookOptions

    func run() async {
        await Session(options).run { session throws(Failure) in
            let press = session.press
            session.conclude("\(try press.clean(press.read())) is gone")
        }
    }
}
