import HTML

/// The small pictures of a page, drawn inline so that nothing has to be fetched.
enum Icon: String {
    case check = "M3 8.5l3.2 3.2L13 4.8"
    case note = "M8 7.2v4.2M8 4.6v.2M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0z"
    case tip =
        "M5.8 12.2h4.4M6.4 14.4h3.2M5.9 10c-1.5-.9-2.3-2.2-2.3-3.9a4.4 4.4 0 0 1 8.8 0c0 1.7-.8 3-2.3 3.9v2.2H5.9z"
    case important = "M2 2.6h12v8.8H8.4L5.2 14v-2.6H2zM8 4.8v2.6M8 9.2v.2"
    case warning = "M8 1.9 14.6 13.6H1.4zM8 6.4v3.2M8 11.4v.2"
    case caution = "M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4zM8 4.8v3.6M8 10.8v.2"
    case definition =
        "M2.4 2.6h3.4A2.2 2.2 0 0 1 8 4.8v8.8a2 2 0 0 0-2-1.8H2.4zM13.6 2.6h-3.4A2.2 2.2 0 0 0 8 4.8v8.8a2 2 0 0 1 2-1.8h3.6z"
    case exercise = "M10.8 2.6l2.6 2.6L5.6 13l-3.2.6.6-3.2zM9.2 4.2l2.6 2.6"
    case cross = "M4 4l8 8M12 4l-8 8"

    /// The picture; whatever it means is also said in words beside it.
    var node: Node {
        .tag(
            "svg", ["class": "icon", "viewBox": "0 0 16 16", "aria-hidden": "true", "focusable": "false"],
            [.tag("path", ["d": rawValue])])
    }
}
