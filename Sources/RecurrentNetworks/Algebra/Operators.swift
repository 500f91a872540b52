/// The Hadamard product: element by element, as in $f \odot c + i \odot \tilde c$.
infix operator ⊙ : MultiplicationPrecedence

/// The outer product $a b^\top$ of two vectors.
infix operator ⊗ : MultiplicationPrecedence
