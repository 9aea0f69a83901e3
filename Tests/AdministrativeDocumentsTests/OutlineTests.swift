import AdministrativeDocuments
import Testing

@Suite struct Outlines {
    /// The labels of a text's nodes, each with those above it, of the levels asked for.
    private func paths(_ text: String, _ levels: Set<OutlineLevel> = Set(OutlineLevel.allCases)) -> [String] {
        let outline = Array(text.utf8).withUnsafeBytes { OutlineReader().read($0) }
        return outline.nodes.indices.filter { levels.contains(outline.nodes[$0].level) }.map { index in
            outline.path(of: index).map {
                PathElement(level: outline.nodes[$0].level, number: outline.nodes[$0].number)
            }
            .map(\.label).joined(separator: " › ")
        }
    }

    private func headings(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBytes { OutlineReader().read($0) }.nodes.map { node in
            String(decoding: bytes[node.headingStart..<node.headingEnd], as: UTF8.self)
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    private func articles(_ text: String) -> [String] { paths(text, [.article]) }

    @Test func bothFamiliesAreReadToTheirLeaves() {
        let legal = """
            Phần thứ nhất
            QUY ĐỊNH CHUNG

            Chương I
            PHẠM VI

            Mục 1. PHẠM VI ĐIỀU CHỈNH

            Tiểu mục 1. CHUNG

            Điều 1. Phạm vi
            1. Luật này quy định:
            a) Việc thứ nhất;
            đ) Việc khác.
            2. Không áp dụng với tổ chức nước ngoài.

            Phần thứ hai
            ĐIỀU KHOẢN THI HÀNH

            Điều 2. Hiệu lực
            """
        let above = "Phần I › Chương I › Mục 1 › Tiểu mục 1 › Điều 1"
        #expect(
            paths(legal) == [
                "Phần I", "Phần I › Chương I", "Phần I › Chương I › Mục 1", "Phần I › Chương I › Mục 1 › Tiểu mục 1",
                above,
                "\(above) › Khoản 1", "\(above) › Khoản 1 › Điểm a", "\(above) › Khoản 2", "Phần II",
                "Phần II › Điều 2",
            ])
        let report = """
            I. KẾT QUẢ
            1. Kinh tế
            1.1. Nông nghiệp
            a) Trồng trọt
            - Lúa đạt kế hoạch:
            + Vụ đông xuân tốt.
            + Vụ hè thu khá.
            - Màu vượt kế hoạch.
            b) Chăn nuôi
            1.2. Công nghiệp
            2. Xã hội
            II. HẠN CHẾ
            """
        #expect(
            paths(report) == [
                "I", "I › 1", "I › 1 › 1.1", "I › 1 › 1.1 › a)", "I › 1 › 1.1 › a) › -", "I › 1 › 1.1 › a) › - › +",
                "I › 1 › 1.1 › a) › - › +", "I › 1 › 1.1 › a) › -", "I › 1 › 1.1 › b)", "I › 1 › 1.2", "I › 2", "II",
            ])
    }

    @Test func headingsThatAWrapDividesAreOneLine() {
        let text =
            "Chương\r\n\nIV\r\n\nĐIỀU\r\n\nKHOẢN THI HÀNH\n\nĐiều 1. Xử\r\n\nlý vi phạm\n\nNội dung.\n\nĐiều\r\n\n2. Hiệu\r\n\nlực\n\nNgay."
        #expect(
            headings(text) == ["Chương IV ĐIỀU KHOẢN THI HÀNH", "Điều 1. Xử lý vi phạm", "Điều 2. Hiệu lực"])
        #expect(headings("Điều 1\n\nPhạm vi\n\n1. Một.\n\nĐiều 2\n\nĐối tượng\n\nHai.").first == "Điều 1 Phạm vi")
    }

    @Test(
        "Headings are read however they are typed",
        arguments: [
            "Điều 1. A", "ĐIỀU 1. A", "Điêu 1. A", "Ðiều 1. A", "Đỉều 1: A", "Đ I Ề U  1. A", "**Điều 1.** A",
            "Điều\u{A0}1. A",
            "Điều 1", "Điều 1: A", "Điều 1 - A", "Điều l. A", "Đie\u{302}\u{300}u 1. A", "Điều 01. A",
        ])
    func spellings(heading: String) {
        #expect(articles("\(heading)\n\nNội dung.\n\nĐiều 2. B") == ["Điều 1", "Điều 2"])
    }

    @Test func lettersSpacedOutInChaptersAreRead() {
        #expect(paths("C H Ư Ơ N G  I I\n\nTỔ CHỨC", [.chapter]) == ["Chương II"])
        #expect(paths("C H Ư Ơ N G  I  T Ổ  C H Ứ C", [.chapter]) == ["Chương I"])
        #expect(articles("Đ I Ề U  1 2. A\n\nNội dung.\n\nĐ I Ề U  1 3. B") == ["Điều 12", "Điều 13"])
        #expect(paths("C H Ư Ơ N G  I\n\nTỔ CHỨC", [.chapter]) == ["Chương I"])
    }

    @Test func mentionsAtALinesStartAreNoHeadings() {
        let text = """
            Điều 1. Phạm vi
            Áp dụng các trường hợp quy định tại khoản 1
            Điều 2. của Luật Đất đai và các trường hợp nêu tại
            Điều 5 Nghị định này, hoặc theo
            Điều 2 của Luật này.
            Điều 2. Đối tượng
            Chương III của Luật này không áp dụng.
            """
        #expect(paths(text) == ["Điều 1", "Điều 2"])
    }

    @Test func anAmendmentsWordsBelongToTheQuotation() {
        let text = """
            Điều 1. Sửa đổi, bổ sung một số điều của Thông tư
            1. Sửa đổi Điều 2 như sau:
            “Điều 2. Đối tượng
            1. Thứ nhất.
            2. Thứ hai.”
            2. Bổ sung Điều 3a như sau:
            "Điều 3a. Trình tự
            1. Nộp hồ sơ."
            3. Sửa đổi Điều 7 như sau:
            Điều 7. Thời hạn là 05 ngày.
            Điều 2. Hiệu lực thi hành
            Điều 3. Tổ chức thực hiện
            """
        #expect(
            paths(text) == [
                "Điều 1", "Điều 1 › Khoản 1", "Điều 1 › Khoản 2", "Điều 1 › Khoản 3", "Điều 2", "Điều 3",
            ])
    }

    @Test func anArticleInTurnEndsAQuotationThatNobodyClosed() {
        let text = """
            Điều 1. Sửa đổi Thông tư
            1. Sửa đổi Điều 4 như sau:
            “Điều 4. Đối tượng
            1. Thứ nhất.

            Điều 2. Hiệu lực thi hành
            1. Từ ngày ký.
            2. Thay thế văn bản trước.
            """
        #expect(paths(text) == ["Điều 1", "Điều 1 › Khoản 1", "Điều 2", "Điều 2 › Khoản 1", "Điều 2 › Khoản 2"])
    }

    private let decision = """
        QUYẾT ĐỊNH:

        Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.

        Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành./.

        Nơi nhận:
        - Như Điều 2;
        - Lưu: VT.

        TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH

        Nguyễn Văn A

        """

    @Test func whatADecisionCarriesHasANumberingOfItsOwn() {
        let issued = """
            QUY CHẾ
            LÀM VIỆC CỦA BAN CHỈ ĐẠO
            (Ban hành kèm theo Quyết định số 1/QĐ-UBND ngày 01/02/2020 của Ủy ban nhân dân tỉnh)

            Chương I
            QUY ĐỊNH CHUNG

            Điều 1. Phạm vi

            Điều 2. Nguyên tắc
            """
        let expected = [
            "Điều 1", "Điều 2", "Quy chế", "Quy chế › Chương I", "Quy chế › Chương I › Điều 1",
            "Quy chế › Chương I › Điều 2",
        ]
        #expect(paths(decision + issued) == expected)
        // Without the note, and without the title.
        let untitled = issued.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(paths(decision + (untitled[..<2] + untitled[3...]).joined(separator: "\n")) == expected)
        #expect(
            paths(decision + untitled[3...].joined(separator: "\n"))
                == expected.map { $0.replacing("Quy chế", with: "Văn bản kèm theo") })
    }

    @Test(arguments: [
        ("THỦ TỤC HÀNH CHÍNH SỬA ĐỔI, BỔ SUNG TRONG LĨNH VỰC LÝ LỊCH", "Thủ tục hành chính sửa đổi…"),
        ("THỂ LỆ CUỘC THI", "Thể lệ cuộc thi"),
    ])
    func anAttachmentOfNoKnownKindIsCalledByWholeWordsOfItsTitle(title: String, name: String) {
        let text = """
            Điều 1. Ban hành kèm theo Quyết định này một văn bản.

            Nơi nhận:
            - Lưu: VT.

            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH
            Nguyễn Văn An

            \(title)

            (Ban hành kèm theo Quyết định số 1/QĐ-UBND ngày 01/02/2020 của Ủy ban nhân dân tỉnh)

            Điều 1. Phạm vi
            """
        #expect(paths(text, [.attachment]) == [name])
    }

    @Test func aPartsTitleIsItsOwn() {
        let text =
            "PHỤ LỤC I\n\nPhần I\n\nDANH MỤC THUỐC\n\n(Kèm theo Thông tư số 1/2020/TT-BYT)\n\nPhần II\n\nQUY ĐỊNH CHUNG"
        #expect(paths(text) == ["Phụ lục I", "Phụ lục I › Phần I", "Phụ lục I › Phần II"])
    }

    @Test func annexesAndFormsHaveTheirPlace() {
        let text =
            decision + """
                PHỤ LỤC I
                DANH MỤC HỒ SƠ

                1. Đơn đề nghị
                2. Bản sao

                Mẫu số 02
                QUYẾT ĐỊNH THÀNH LẬP

                Điều 1. Thành lập …

                Điều 2. Quyết định này có hiệu lực …
                """
        #expect(
            paths(text).suffix(6) == [
                "Phụ lục I", "Phụ lục I › 1", "Phụ lục I › 2", "Mẫu 02", "Mẫu 02 › Điều 1", "Mẫu 02 › Điều 2",
            ])
        #expect(paths("Điều 1. A\n\nTheo\nPhụ lục I ban hành kèm theo Nghị định này.\n\nĐiều 2. B", [.annex]).isEmpty)
    }

    @Test func aTablesRowsAreNoClauses() {
        let text = """
            Điều 1. Mức thu
            1. Mức thu như sau:

            STT

            Nội dung

            1.

            Cấp mới

            2.

            Cấp lại

            3. Thu bằng tiền Việt Nam.

            2. Miễn thu với hộ nghèo theo quy định.

            Điều 2. Hiệu lực
            """
        #expect(paths(text) == ["Điều 1", "Điều 1 › Khoản 1", "Điều 1 › Khoản 2", "Điều 2"])
    }

    @Test func aTableOfContentsOpensNothing() {
        let titles = ["Phạm vi điều chỉnh", "Đối tượng áp dụng", "Nguyên tắc chung", "Tổ chức thực hiện"]
        let contents = titles.enumerated().map { "Điều \($0 + 1). \($1)" }
        let body = contents.map { "\($0)\n\nNội dung của điều này, một đoạn văn." }
        let text = (["MỤC LỤC", "Chương I. CHUNG"] + contents + ["Chương I. CHUNG"] + body).joined(separator: "\n\n")
        #expect(paths(text) == ["Chương I"] + (1...4).map { "Chương I › Điều \($0)" })
    }

    @Test(
        "A word or mark that a file got wrong counts where its number is in turn",
        arguments: [
            "Điền 2. B", "Điểm 2. B", "Điều. 2. B", "\\Điều 2. B", "\u{AD}Điều 2. B", "Điều 2; B", "Điều 2, B",
        ])
    func slips(heading: String) {
        #expect(articles("Điều 1. A\n\n\(heading)\n\nĐiều 3. C") == ["Điều 1", "Điều 2", "Điều 3"])
    }

    @Test(
        "A mention alone is no article",
        arguments: [
            "Điểm 1. Một\n\nĐiểm 2. Hai", "Điều 5.12.1 đưa ra một số lỗi", "Điều 6.10",
            "theo quy định tại\n\nĐiều 196.\n\nHai",
            "Điều 347 BLHS quy định", "Mẫu 01\n\nĐiều 7\n\n02",
        ])
    func mentionsAlone(text: String) {
        #expect(articles("Nội dung.\n\n\(text)\n\nNội dung khác.").isEmpty)
    }

    @Test func oneLostNumberLeavesAGap() {
        #expect(articles("Điều 1. A\n\nĐiều 2. B\n\nĐiều 4. C\n\nĐiều 5. D").count == 4)
        #expect(articles("Điều 14. A\n\nĐiều 14a. B\n\nĐiều 14b. C\n\nĐiều 15. D").last == "Điều 15")
    }

    @Test func anyTextHasAnOutlineThatHoldsTogether() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var state = seed
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let parts = [
            "Điều ", "1", "2", ". ", "Chương I\n", "Mục 1.", "PHỤ LỤC", "QUY CHẾ\n", "(Kèm theo)\n", "\n", "\r\n\n",
            "a) ",
            "- ", "“", "”", "\"", "TM. ", "CHỦ TỊCH\nLê Văn A\n", "STT\n", "văn bản ", "I. ", "1.1 ", "như sau:\n", "Đ",
            "\u{302}",
            "Mẫu số 1\n", "😀", "\u{A0}", "(1) ", "ii) ", "+ ", "*",
        ]
        for _ in 0..<3000 {
            let text = Array((0..<random(90)).map { _ in parts[random(parts.count)] }.joined().utf8)
            let found = OutlineFaults.fault(of: text)
            #expect(found == nil, "seed \(seed): \(String(decoding: text, as: UTF8.self))")
            if found != nil { return }
        }
    }
}
