/// Reads simple XML strictly: every tag closed in its order, attributes quoted and named once, no stray `<` or `&`.
enum WellFormedXML {
    struct Element {
        var name: String
        var attributes: [String: String]
        var text = ""
    }

    /// The elements in the order of their start tags; nil of what is not well formed.
    static func elements(of document: String) -> [Element]? {
        var rest = Substring(document)
        if rest.hasPrefix("<?xml ") {
            guard let end = rest.firstIndex(of: ">") else { return nil }
            rest = rest[rest.index(after: end)...]
        }
        var elements: [Element] = []
        var open: [Int] = []
        while !rest.isEmpty {
            let text = rest.prefix { $0 != "<" }
            guard let plain = unescaped(text) else { return nil }
            if let last = open.last {
                elements[last].text += plain
            } else if !plain.allSatisfy(\.isWhitespace) {
                return nil
            }
            rest = rest[text.endIndex...]
            guard !rest.isEmpty else { break }
            guard let end = rest.firstIndex(of: ">") else { return nil }
            let tag = rest[..<end].dropFirst()
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                guard let last = open.popLast(), elements[last].name == tag.dropFirst() else { return nil }
                continue
            }
            let isEmpty = tag.hasSuffix("/")
            guard open.isEmpty == elements.isEmpty, let element = element(isEmpty ? tag.dropLast() : tag) else {
                return nil
            }
            elements.append(element)
            if !isEmpty { open.append(elements.count - 1) }
        }
        return open.isEmpty && !elements.isEmpty ? elements : nil
    }

    private static func element(_ tag: Substring) -> Element? {
        let name = tag.prefix { !$0.isWhitespace }
        guard !name.isEmpty else { return nil }
        var element = Element(name: String(name), attributes: [:])
        var rest = tag.dropFirst(name.count).drop(while: \.isWhitespace)
        while !rest.isEmpty {
            let key = rest.prefix { $0 != "=" }
            rest = rest.dropFirst(key.count + 1)
            guard !key.isEmpty, rest.first == "\"", element.attributes[String(key)] == nil else { return nil }
            let value = rest.dropFirst().prefix { $0 != "\"" }
            guard let plain = unescaped(value), !value.contains("<") else { return nil }
            element.attributes[String(key)] = plain
            rest = rest.dropFirst(value.count + 1)
            guard rest.first == "\"" else { return nil }
            rest = rest.dropFirst()
            guard rest.isEmpty || rest.first == " " else { return nil }
            rest = rest.drop(while: \.isWhitespace)
        }
        return element
    }

    private static func unescaped(_ text: Substring) -> String? {
        var plain = ""
        var rest = text
        while let mark = rest.firstIndex(of: "&") {
            plain += rest[..<mark]
            rest = rest[mark...]
            guard
                let entity = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\""].first(where: {
                    rest.hasPrefix($0.key)
                })
            else { return nil }
            plain += entity.value
            rest = rest.dropFirst(entity.key.count)
        }
        return plain + rest
    }
}
