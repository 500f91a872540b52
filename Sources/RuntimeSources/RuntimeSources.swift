/// The sources of the modules that every chapter is compiled with, carried inside the tool so that it works wherever it
/// stands.
public enum RuntimeSources {
    /// A source file.
    public struct File: Sendable {
        /// The module that it is part of.
        public let module: String
        /// Its name.
        public let name: String
        /// What it says.
        public let bytes: [UInt8]
    }

    /// The modules, each behind those it imports.
    public static let modules = ["Figures", "ChapterRuntime"]

    /// The program that starts a chapter's program, and sees that it does no more than it may.
    public static let guardModule = "ChapterGuard"

    /// Every file of the modules, and of the program.
    public static var files: [File] {
        figures.map { File(module: "Figures", name: $0, bytes: $1) }
            + runtime.map { File(module: "ChapterRuntime", name: $0, bytes: $1) }
            + guarding.map { File(module: guardModule, name: $0, bytes: $1) }
    }

    private static var figures: [(String, [UInt8])] {
        [
            ("Axis.swift", PackageResources.Axis_swift),
            ("BarChart+SVG.swift", PackageResources.BarChart_SVG_swift),
            ("BarChart+Text.swift", PackageResources.BarChart_Text_swift),
            ("BarChart+Words.swift", PackageResources.BarChart_Words_swift),
            ("BarChart.swift", PackageResources.BarChart_swift),
            ("Bars.swift", PackageResources.Bars_swift),
            ("Columns.swift", PackageResources.Columns_swift),
            ("Decimal.swift", PackageResources.Decimal_swift),
            ("Drawing.swift", PackageResources.Drawing_swift),
            ("Figure.swift", PackageResources.Figure_swift),
            ("Format.swift", PackageResources.Format_swift),
            ("HeatMap+SVG.swift", PackageResources.HeatMap_SVG_swift),
            ("HeatMap+Text.swift", PackageResources.HeatMap_Text_swift),
            ("HeatMap+Words.swift", PackageResources.HeatMap_Words_swift),
            ("HeatMap.swift", PackageResources.HeatMap_swift),
            ("LinePlot+SVG.swift", PackageResources.LinePlot_SVG_swift),
            ("LinePlot+Text.swift", PackageResources.LinePlot_Text_swift),
            ("LinePlot+Words.swift", PackageResources.LinePlot_Words_swift),
            ("LinePlot.swift", PackageResources.LinePlot_swift),
            ("Logarithm.swift", PackageResources.Logarithm_swift),
            ("Panel.swift", PackageResources.Panel_swift),
            ("Path.swift", PackageResources.Path_swift),
            ("Raster.swift", PackageResources.Raster_swift),
            ("Rounding.swift", PackageResources.Rounding_swift),
            ("Scale.swift", PackageResources.Scale_swift),
            ("Script.swift", PackageResources.Script_swift),
            ("Series.swift", PackageResources.Series_swift),
            ("SeriesStyle.swift", PackageResources.SeriesStyle_swift),
            ("Shades.swift", PackageResources.Shades_swift),
            ("Table+HTML.swift", PackageResources.Table_HTML_swift),
            ("Table+SVG.swift", PackageResources.Table_SVG_swift),
            ("Table+Text.swift", PackageResources.Table_Text_swift),
            ("Table.swift", PackageResources.Table_swift),
            ("Tick.swift", PackageResources.Tick_swift),
        ]
    }

    private static var runtime: [(String, [UInt8])] {
        [
            ("Channel.swift", PackageResources.Channel_swift),
            ("Chapter.swift", PackageResources.Chapter_swift),
            ("Derivation.swift", PackageResources.Derivation_swift),
            ("RunRecord.swift", PackageResources.RunRecord_swift),
            ("SeedTrials.swift", PackageResources.SeedTrials_swift),
            ("Trap.swift", PackageResources.Trap_swift),
        ]
    }

    private static var guarding: [(String, [UInt8])] {
        [
            ("Confinement.swift", PackageResources.Confinement_swift),
            ("Descendants.swift", PackageResources.Descendants_swift),
            ("Guard.swift", PackageResources.Guard_swift),
            ("Order.swift", PackageResources.Order_swift),
        ]
    }
}
