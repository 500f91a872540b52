/// The colours CSS has names for.
let cssColours = words(
    """
    aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood
    cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod
    darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon
    darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray
    dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green
    greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon
    lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon
    lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen
    magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue
    mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy
    oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip
    peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown
    seagreen seashell sienna silver skyblue slateblue slategray slategrey snow springgreen steelblue tan teal
    thistle tomato transparent turquoise violet wheat white whitesmoke yellow yellowgreen
    """)

/// The colours of LaTeX's `dvipsnames` that CSS has not, or has otherwise.
let dvipsColours: [String: String] = Dictionary(
    SymbolTable(
        """
        Apricot #fbb982 Bittersweet #c04f17 BlueGreen #00b3b8 BrickRed #b6321c Brown #792500 BurntOrange #f7921d
        CarnationPink #f282b4 Cerulean #00a2e3 CornflowerBlue #41b0e4 Dandelion #fdbc42 DarkOrchid #a4538a
        Emerald #00a99d ForestGreen #009b55 Fuchsia #8c368c Goldenrod #ffdf42 Gray #949698 Green #00a64f
        GreenYellow #dfe674 JungleGreen #00a99a Lavender #f49ec4 LimeGreen #8dc73e Magenta #ec008c Mahogany #a9341f
        Maroon #af3235 Melon #f89e7b MidnightBlue #006795 Mulberry #a93c93 NavyBlue #006eb8 OliveGreen #3c8031
        Orange #f58137 OrangeRed #ed135a Orchid #af72b0 Peach #f7965a Periwinkle #7977b8 PineGreen #008b72
        Plum #92268f ProcessBlue #00b0f0 Purple #99479b RawSienna #974006 Red #ed1b23 RedOrange #f26035
        RedViolet #a1246b Rhodamine #ef559f RoyalBlue #0071bc RoyalPurple #613f99 RubineRed #ed017d Salmon #f69289
        SeaGreen #3fbc9d Sepia #671800 SkyBlue #46c5dd SpringGreen #c6dc67 Tan #da9d76 TealBlue #00aeb3
        Thistle #d883b7 Turquoise #00b4ce Violet #58429b VioletRed #ef58a0 WildStrawberry #ee2967 Yellow #fff200
        YellowGreen #98cc70 YellowOrange #faa21a
        """
    ).entries.map { ($0.name, $0.text) }
) { first, _ in first }

private func words(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }
