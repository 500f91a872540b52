/// Some 20 KB made of parts that differ in their number.
func repeated(_ part: (Int) -> String) -> String {
    var text = ""
    var number = 0
    while text.utf8.count < 20_000 {
        number += 1
        text += part(number)
    }
    return text
}

/// Prose as chapters have it, without any extension.
func prose(_ number: Int) -> String {
    """
    ## Part \(number)

    A sequence is read *one step at a time*, and the state keeps a **summary** of what was read: see
    `step(\(number))` or [the first part](#part-1). Nothing else crosses from one step to the
    next, which is why the length of the sequence does not matter & the weights are the same throughout.

    - The first item has some words.
    - The second has `code` and a line
      that goes on.

    > What is quoted stands apart, and has *emphasis* of its own.


    """
}

/// Every extension, far denser than in any chapter.
func extensions(_ number: Int) -> String {
    #"""
    ## Part \#(number) {#sec-\#(number)}

    Recurrent networks read a *sequence* $x_1, x_2$ one step at a time [@elman1990; @jordan1986, p. 3], and
    **carry** a state $h_t = \tanh(W h_{t-1})$ from step to step; the [state](#sec-1) is a summary of
    `everything`{.swift} read so far.[^n\#(number)] As @elman1990 says, it is [0.91](<swift: a[0] < b>).

    $$
    h_t = \tanh(W_{xh} x_t \\
    + b)
    $$ {#eq-\#(number)}

    | a | b |
    |---|--:|
    | $x$ | `y` |
    | 1 | 2 |

    Table: A caption {#tbl-\#(number)}

    > [!NOTE]
    > What is quoted over
    > two lines.

    <details><summary>Solution of $\#(number)$</summary>

    ```swift
    let x = 1
    ```

    </details>

    [^n\#(number)]: A footnote with $x$.


    """#
}
