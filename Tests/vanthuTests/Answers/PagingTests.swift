import Foundation
import Testing

/// Pages of one search, one after the other.
@Suite(.enabled(if: BuiltCommand.binary != nil)) struct PagingTests {
    /// What a list of hits is compared by.
    private func keys(_ result: [String: Any]) throws -> [String] {
        try #require(result["hits"] as? [[String: Any]]).map { hit in
            let document = try #require(hit["document"] as? [String: Any])
            let passage = try #require(hit["passage"] as? [String: Any])
            return "\(hit["rank"] ?? "") \(hit["score"] ?? "") \(document["id"] ?? "") \(passage["ordinal"] ?? "")"
        }
    }

    private func expectPagesAreTheList(_ collection: DatedCollection, _ arguments: [String], sizes: [Int]) throws {
        let whole = try collection.search(arguments + ["--top", "10000"])
        let list = try keys(whole)
        #expect(!list.isEmpty && whole["next"] is NSNull, "\(arguments)")
        #expect(list.count == whole["total"] as? Int)
        #expect(Set(list).count == list.count)
        for size in sizes {
            var pages: [[String]] = []
            var next: String?
            repeat {
                let page = try collection.search(
                    arguments + ["--top", "\(size)"] + (next.map { ["--after", $0] } ?? []))
                pages.append(try keys(page))
                #expect(page["total"] as? Int == list.count, "\(arguments) \(size)")
                next = page["next"] as? String
            } while next != nil && pages.count <= list.count
            #expect(Array(pages.joined()) == list, "\(arguments) in pages of \(size)")
            #expect(pages.dropLast().allSatisfy { $0.count == size })
        }
    }

    @Test("All pages are the one long list", arguments: ["passage", "document"], ["score", "newest", "oldest"])
    func pages(by unit: String, sort: String) throws {
        let collection = try DatedCollection(seed: 7, count: 30)
        let options = ["--by", unit, "--sort", sort]
        try expectPagesAreTheList(collection, options + ["hạn mặn"], sizes: [11, 30])
        try expectPagesAreTheList(collection, options + ["rung tram"], sizes: [19])
        try expectPagesAreTheList(collection, options + ["+\"tràm rừng\" ngọt"], sizes: [1])
    }

    @Test("So they are where texts lost their diacritics", arguments: ["passage", "document"])
    func bareForms(by unit: String) throws {
        let collection = try DatedCollection(seed: 7, count: 40, bareWords: true)
        try expectPagesAreTheList(collection, ["--by", unit, "--sort", "newest", "hạn mặn"], sizes: [9])
        try expectPagesAreTheList(collection, ["--by", unit, "hạn mặn"], sizes: [20])
    }

    @Test func aPlaceBelongsToOneQuestion() throws {
        let collection = try DatedCollection(seed: 8, count: 12)
        let next = try #require(try collection.search(["--top", "2", "nước"])["next"] as? String)
        #expect(try collection.search(["--top", "5", "--after", next, "nước"])["hits"] is [Any])
        for arguments in [
            ["đất"], ["--sort", "newest", "nước"], ["--by", "document", "nước"], ["--match", "all", "nước"],
        ] {
            let outcome = try BuiltCommand.run(
                ["search", "--index", "i", "--after", next] + arguments, in: collection.place.path)
            #expect(outcome.status == 2 && outcome.output.isEmpty, "\(arguments)")
            #expect(outcome.error.filter(\.isNewline).count == 1 && outcome.error.contains("another search"))
        }
    }

    @Test func thePageForPeopleEndsWithTheNextPlace() throws {
        let collection = try DatedCollection(seed: 9, count: 12)
        let next = try #require(try collection.search(["--top", "2", "nước"])["next"] as? String)
        let first = try collection.place.vanthu("search", "--index", "i", "--top", "2", "nước")
        #expect(first.output.hasSuffix("\nnext page: --after \(next)\n") && !first.output.contains("\u{1B}"))
        let second = try collection.place.vanthu("search", "--index", "i", "--top", "2", "--after", next, "nước")
        #expect(second.output.hasPrefix("3. ") && second.output.contains("\n3–4 of "))
        let all = try collection.place.vanthu("search", "--index", "i", "--top", "1000", "nước")
        #expect(!all.output.contains("--after"))
    }

    @Test func orderIsTheOneAskedFor() throws {
        let collection = try DatedCollection(seed: 10, count: 40)
        for (sort, isBefore) in [("newest", { (a: String, b: String) in a > b }), ("oldest", { $0 < $1 })] {
            let result = try collection.search(["--by", "document", "--sort", sort, "--top", "1000", "nước đất"])
            let hits = try #require(result["hits"] as? [[String: Any]])
            let dates = hits.map { ($0["document"] as? [String: Any])?["issued_on"] as? String }
            let known = dates.compactMap { $0 }
            #expect(!zip(known, known.dropFirst()).contains { isBefore($1, $0) }, "\(sort)")
            #expect(known.count < dates.count && dates[known.count...].allSatisfy { $0 == nil }, "\(sort)")
        }
    }
}
