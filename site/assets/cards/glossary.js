(globalThis.cards ??= {})["glossary"] = {
"~text": "\u003cp class=\"topic\">Glossary\u003c/p>\u003cp>The terms that the chapters define, each with its definition and a link to the place where it is introduced.\u003c/p>",
};
