/// The kinds of documents that are made (Decree 30/2020/NĐ-CP, annex III), with what tells them apart.
enum DocumentKind: Int, CaseIterable, Sendable {
    case decree, circular, legalDecision, decision, legalResolution, resolution, directive, plan, report, submission
    case notice, programme, guidance, telegram, minutes, letter, project

    var name: String {
        switch self {
        case .decree: "Nghị định"
        case .circular: "Thông tư"
        case .legalDecision, .decision: "Quyết định"
        case .legalResolution, .resolution: "Nghị quyết"
        case .directive: "Chỉ thị"
        case .plan: "Kế hoạch"
        case .report: "Báo cáo"
        case .submission: "Tờ trình"
        case .notice: "Thông báo"
        case .programme: "Chương trình"
        case .guidance: "Hướng dẫn"
        case .telegram: "Công điện"
        case .minutes: "Biên bản"
        case .letter: "Công văn"
        case .project: "Đề án"
        }
    }

    /// The type's part of the symbol; an official letter has none.
    var symbol: String {
        switch self {
        case .decree: "NĐ"
        case .circular: "TT"
        case .legalDecision, .decision: "QĐ"
        case .legalResolution, .resolution: "NQ"
        case .directive: "CT"
        case .plan: "KH"
        case .report: "BC"
        case .submission: "TTr"
        case .notice: "TB"
        case .programme: "CTr"
        case .guidance: "HD"
        case .telegram: "CĐ"
        case .minutes: "BB"
        case .letter: ""
        case .project: "ĐA"
        }
    }

    /// Whether its body is articles, and its number holds the year if it sets rules.
    var isLegal: Bool {
        switch self {
        case .decree, .circular, .legalDecision, .decision, .legalResolution, .resolution: true
        default: false
        }
    }

    /// Whether it sets rules, so that its number holds the year.
    var setsRules: Bool {
        switch self {
        case .decree, .circular, .legalDecision, .legalResolution: true
        default: false
        }
    }

    /// How many of a hundred documents are of the kind: an estimate of what passes through a province's registry, with
    /// the share of rules that collections of texts hold.
    var share: Int {
        switch self {
        case .decree: 5
        case .circular: 12
        case .legalDecision: 8
        case .decision: 15
        case .legalResolution: 4
        case .resolution: 2
        case .directive: 3
        case .plan: 12
        case .report: 12
        case .submission: 4
        case .notice: 4
        case .programme: 2
        case .guidance: 2
        case .telegram: 1
        case .minutes: 1
        case .letter: 12
        case .project: 1
        }
    }

    /// How long it is beside others.
    var relativeLength: Double {
        switch self {
        case .decree: 2
        case .circular, .legalDecision: 1.4
        case .project: 1.8
        case .letter: 0.45
        case .telegram, .notice, .minutes: 0.35
        case .directive, .resolution, .submission: 0.6
        default: 1
        }
    }

    /// A kind for a number from 0 up to 100.
    static func kind(forShare number: Int) -> DocumentKind {
        var rest = number
        for kind in allCases {
            rest -= kind.share
            if rest < 0 { return kind }
        }
        return .decision
    }
}
