/// The words that a book says by itself, in the language of its text: what stands before a number, above an alert,
/// above a list of the book.
public struct Vocabulary: Sendable, Hashable {
    /// A word that is neither that of a label nor of an alert.
    public enum Word: Int, Sendable, Hashable, CaseIterable {
        /// Before the number of a chapter.
        case chapter
        /// Before the letter of an appendix.
        case appendix
        /// Above the footnotes.
        case notes
        /// The title of the list of works.
        case references
        /// The title of the list of terms.
        case glossary
        /// The title of the list of exercises.
        case exercises
    }

    private let table: Table

    /// English words.
    public static let english = Vocabulary(language: "en")

    /// The words of a language, as HTML names it; English ones for languages that are not known.
    public init(language: String) {
        let primary = language.lowercased().prefix { $0 != "-" && $0 != "_" }
        table = tables[String(primary)] ?? .english
    }

    /// The word before a label's number; nothing for terms.
    public func word(for kind: Label.Kind) -> String {
        guard let index = Label.Kind.allCases.firstIndex(of: kind), index < table.labels.count else {
            return ""
        }
        return table.labels[index]
    }

    /// The word above an alert.
    public func word(for kind: AlertKind) -> String {
        AlertKind.allCases.firstIndex(of: kind).map { table.alerts[$0] } ?? kind.word
    }

    /// A word of the book's parts.
    public func callAsFunction(_ word: Word) -> String { table.words[word.rawValue] }
}

/// The words of one language, in the order of the cases of their kinds.
private struct Table: Hashable {
    /// Equation, figure, table, listing, section, exercise, theorem, lemma, corollary, proposition, example.
    let labels: [String]
    /// Chapter, appendix, notes, references, glossary, exercises.
    let words: [String]
    /// Note, tip, important, warning, caution, definition, exercise, example, theorem, proof, summary, lemma, corollary,
    /// proposition.
    let alerts: [String]

    init(_ labels: String, _ words: String, _ alerts: String) {
        func list(_ text: String) -> [String] { text.split(separator: "|").map(String.init) }
        self.labels = list(labels)
        self.words = list(words)
        self.alerts = list(alerts)
    }

    static let english = Table(
        "EQ|Figure|Table|Listing|Section|Exercise|Theorem|Lemma|Corollary|Proposition|Example",
        "Chapter|Appendix|Notes|References|Glossary|Exercises",
        "Note|Tip|Important|Warning|Caution|Definition|Exercise|Example|Theorem|Proof|Summary|Lemma|Corollary|Proposition"
    )
}

private let tables: [String: Table] = [
    "en": .english,
    "de": Table(
        "Gl.|Abbildung|Tabelle|Listing|Abschnitt|Aufgabe|Satz|Lemma|Korollar|Proposition|Beispiel",
        "Kapitel|Anhang|Anmerkungen|Literatur|Glossar|Aufgaben",
        "Hinweis|Tipp|Wichtig|Warnung|Vorsicht|Definition|Aufgabe|Beispiel|Satz|Beweis|Zusammenfassung|Lemma|Korollar|Proposition"
    ),
    "fr": Table(
        "Éq.|Figure|Tableau|Listing|Section|Exercice|Théorème|Lemme|Corollaire|Proposition|Exemple",
        "Chapitre|Annexe|Notes|Références|Glossaire|Exercices",
        "Note|Astuce|Important|Avertissement|Attention|Définition|Exercice|Exemple|Théorème|Démonstration|Résumé|Lemme|Corollaire|Proposition"
    ),
    "es": Table(
        "Ec.|Figura|Tabla|Listado|Sección|Ejercicio|Teorema|Lema|Corolario|Proposición|Ejemplo",
        "Capítulo|Apéndice|Notas|Referencias|Glosario|Ejercicios",
        "Nota|Consejo|Importante|Advertencia|Precaución|Definición|Ejercicio|Ejemplo|Teorema|Demostración|Resumen|Lema|Corolario|Proposición"
    ),
    "it": Table(
        "Eq.|Figura|Tabella|Listato|Sezione|Esercizio|Teorema|Lemma|Corollario|Proposizione|Esempio",
        "Capitolo|Appendice|Note|Riferimenti|Glossario|Esercizi",
        "Nota|Suggerimento|Importante|Avviso|Attenzione|Definizione|Esercizio|Esempio|Teorema|Dimostrazione|Riassunto|Lemma|Corollario|Proposizione"
    ),
    "nl": Table(
        "Vgl.|Figuur|Tabel|Listing|Paragraaf|Opgave|Stelling|Lemma|Gevolg|Propositie|Voorbeeld",
        "Hoofdstuk|Bijlage|Noten|Literatuur|Begrippen|Opgaven",
        "Opmerking|Tip|Belangrijk|Waarschuwing|Let op|Definitie|Opgave|Voorbeeld|Stelling|Bewijs|Samenvatting|Lemma|Gevolg|Propositie"
    ),
    "pt": Table(
        "Eq.|Figura|Tabela|Listagem|Seção|Exercício|Teorema|Lema|Corolário|Proposição|Exemplo",
        "Capítulo|Apêndice|Notas|Referências|Glossário|Exercícios",
        "Nota|Dica|Importante|Aviso|Cuidado|Definição|Exercício|Exemplo|Teorema|Demonstração|Resumo|Lema|Corolário|Proposição"
    ),
    "sv": Table(
        "Ekv.|Figur|Tabell|Listning|Avsnitt|Övning|Sats|Lemma|Korollarium|Proposition|Exempel",
        "Kapitel|Bilaga|Noter|Referenser|Ordlista|Övningar",
        "Anmärkning|Tips|Viktigt|Varning|Försiktighet|Definition|Övning|Exempel|Sats|Bevis|Sammanfattning|Lemma|Korollarium|Proposition"
    ),
]
