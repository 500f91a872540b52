/// A grid of dots in which each knows the curves that cross it.
struct Raster {
    let columns: Int
    let rows: Int
    /// Indices of the curves, row by row from the top, in ascending order.
    private(set) var owners: [[Int]]

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        owners = Array(repeating: [], count: columns * rows)
    }

    subscript(column: Int, row: Int) -> [Int] {
        owners[row * columns + column]
    }

    /// Marks the dot nearest to a place inside the frame.
    mutating func mark(_ place: Place, owner: Int) {
        let dot = self.dot(place)
        mark(dot.column, dot.row, owner)
    }

    /// Marks the dots of a line through places inside the frame (Bresenham, 1965), so that no spike is lost.
    mutating func draw(_ run: [Place], owner: Int) {
        guard let first = run.first else { return }
        var (column, row) = dot(first)
        mark(column, row, owner)
        for place in run.dropFirst() {
            let end = dot(place)
            let (across, down) = (abs(end.column - column), abs(end.row - row))
            let (right, below) = (end.column > column ? 1 : -1, end.row > row ? 1 : -1)
            var error = across - down
            while (column, row) != end {
                let twice = 2 * error
                if twice > -down {
                    error -= down
                    column += right
                }
                if twice < across {
                    error += across
                    row += below
                }
                mark(column, row, owner)
            }
        }
    }

    private func dot(_ place: Place) -> (column: Int, row: Int) {
        (
            (place.x * Double(columns - 1)).nearest,
            rows - 1 - (place.y * Double(rows - 1)).nearest
        )
    }

    private mutating func mark(_ column: Int, _ row: Int, _ owner: Int) {
        let index = row * columns + column
        if owners[index].last != owner { owners[index].append(owner) }
    }
}
