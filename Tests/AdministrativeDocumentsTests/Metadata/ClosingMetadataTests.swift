import AdministrativeDocuments
import Testing

@Suite struct ClosingMetadata {
    private func closing(_ text: String, type: String = "QUYẾT ĐỊNH") -> DocumentDescription {
        Describing.describe(
            "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\nSố: 1/QĐ-UBND\n\n\(type)\n\nVề rừng\n\nĐiều 1. Trồng rừng./.\n\n\(text)")
    }

    @Test(
        "Signers have a name, a capacity and a position of their own",
        arguments: [
            (
                "TM. ỦY BAN NHÂN DÂN\n\nKT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH\n\n\nLâm Văn Bi", "Lâm Văn Bi", "TM. KT.",
                "Phó Chủ tịch"
            ),
            (
                "KT.\r\n\n  BỘ TRƯỞNG\r\n\n  THỨ TRƯỞNG\n\n\r\n\n  Đỗ Hoàng Anh Tuấn", "Đỗ Hoàng Anh Tuấn", "KT.",
                "Thứ trưởng"
            ),
            ("KT. THỦ TƯỚNG\n\nPHÓ\r\n\n  THỦ TƯỚNG\n\nLê\r\n\n  Văn Thành", "Lê Văn Thành", "KT.", "Phó Thủ tướng"),
            ("BỘ\r\n\n  TRƯỞNG BỘ NỘI VỤ\n\nĐỗ Quang Trung", "Đỗ Quang Trung", nil, "Bộ trưởng Bộ Nội vụ"),
            ("BỘ TRƯỞNG\n\nĐại tướng Tô Lâm", "Tô Lâm", nil, "Bộ trưởng"),
            (
                "TL. TỔNG CỤC TRƯỞNG\nCỤC TRƯỞNG CỤC THANH TRA\n\nVũ Mạnh Cường", "Vũ Mạnh Cường", "TL.",
                "Cục trưởng Cục Thanh tra"
            ),
            ("Q. GIÁM ĐỐC\n\nNông Văn Thiệp", "Nông Văn Thiệp", "Q.", "Giám đốc"),
            ("T/M BỘ CHÍNH TRỊ\n\n(Đã ký)\n\nPhan Diễn", "Phan Diễn", "TM.", nil),
            ("TRƯỞNG BAN\n\nSiu H'Ngơi", "Siu H'Ngơi", nil, "Trưởng ban"),
            ("Phan\r\n\n  Văn Khải\n\n(Đã\r\n\n  ký)", "Phan Văn Khải", nil, nil),
        ])
    func signers(text: String, name: String, capacity: String?, position: String?) {
        let found = closing(text).signers
        #expect(found.map(\.name.value) == [name])
        #expect(found.first?.capacity?.value == capacity)
        #expect(found.first?.position?.value == position)
    }

    @Test(arguments: [
        "THỦ TRƯỞNG CƠ QUAN\n(Ký, ghi rõ họ tên và đóng dấu)", "GIÁM ĐỐC",
        "BỘ TRƯỞNG BỘ NỘI VỤ\n\nCăn cứ Luật Đất đai;",
    ])
    func aPlaceToSignIsNoSigner(text: String) { #expect(closing(text).signers.isEmpty) }

    @Test func jointCircularsHaveSeveralSigners() {
        let found = closing(
            "KT. BỘ TRƯỞNG\r\n\n  BỘ Y TẾ\r\n\n  THỨ TRƯỞNG\n\nNguyễn Viết Tiến\n\nKT. BỘ TRƯỞNG\r\n\n  BỘ NỘI VỤ\r\n\n  THỨ TRƯỞNG\n\nTrần Anh Tuấn\n\nNơi nhận:\n\n- Công báo;\n\n- Lưu: VT."
        )
        #expect(found.signers.map(\.name.value) == ["Nguyễn Viết Tiến", "Trần Anh Tuấn"])
        #expect(found.recipients.map(\.value) == ["Công báo"] && found.filing?.value == "Lưu: VT")
    }

    @Test func mergedColumnsAreReadOneByOne() {
        let found = closing(
            """
            Nơi nhận:                                   TM. ỦY BAN NHÂN DÂN
            - Bộ NN và PTNT;                                KT. CHỦ TỊCH
            - BCĐ Quốc gia về PCTT;                         PHÓ CHỦ TỊCH
            - Lưu: VT, KT.                                  Lý Hoài Thạch
            """)
        #expect(found.recipients.map(\.value) == ["Bộ NN và PTNT", "BCĐ Quốc gia về PCTT"])
        #expect(found.filing?.value == "Lưu: VT, KT" && found.signers.map(\.name.value) == ["Lý Hoài Thạch"])
        #expect(
            found.signers.first?.capacity?.value == "TM. KT." && found.signers.first?.position?.value == "Phó Chủ tịch")
    }

    @Test func recipientsAreReadAcrossWraps() {
        let found = closing(
            "Nơi\r\n\n  nhận:\n\n-\r\n\n  Thủ tướng Chính phủ;\r\n\n  - VPCP: BTCN, các Vụ: TCCV, KTN,\r\n\n  TKBT, V.III, TH;\r\n\n  - Lưu: VT, KGVX (3b).\n\nTHỦ TƯỚNG\n\nNguyễn Tấn Dũng"
        )
        #expect(
            found.recipients.map(\.value) == ["Thủ tướng Chính phủ", "VPCP: BTCN, các Vụ: TCCV, KTN, TKBT, V.III, TH"])
        #expect(found.filing?.value == "Lưu: VT, KGVX (3b)" && found.signers.first?.name.value == "Nguyễn Tấn Dũng")
    }

    @Test func aChairmansOwnDirectiveIsHis() {
        #expect(
            closing("CHỦ TỊCH\n\nVõ Tấn Khanh", type: "CHỈ THỊ").agency?.value == "Chủ tịch Ủy ban nhân dân tỉnh Cà Mau"
        )
        #expect(
            closing("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nVõ Tấn Khanh", type: "CHỈ THỊ").agency?.value
                == "Ủy ban nhân dân tỉnh Cà Mau")
        #expect(closing("CHỦ TỊCH\n\nVõ Tấn Khanh").agency?.value == "Ủy ban nhân dân tỉnh Cà Mau")
    }

    @Test(
        "Where the head is lost, abstract, place and signature tell the agency together, or nothing does",
        arguments: [
            (
                "Công tác của Ủy ban nhân dân tỉnh Cà Mau năm 2020", "Cà Mau", "TM. ỦY BAN NHÂN DÂN",
                "Ủy ban nhân dân tỉnh Cà Mau"
            ),
            (
                "Hoạt động của HĐND\nhuyện U Minh quý I", "U Minh", "TM. HỘI ĐỒNG NHÂN DÂN",
                "Hội đồng nhân dân huyện U Minh"
            ),
            ("Công tác của UBND tỉnh Cà Mau", "Cà Mau", "TM. UBND TỈNH", "Ủy ban nhân dân tỉnh Cà Mau"),
            ("Công tác của Ủy ban nhân dân tỉnh Cà Mau", "Bạc Liêu", "TM. ỦY BAN NHÂN DÂN", nil),
            ("Công tác của Ủy ban nhân dân tỉnh Cà Mau", "Cà Mau", "TM. HỘI ĐỒNG NHÂN DÂN", nil),
            ("Công tác của Ủy ban nhân dân tỉnh Cà Mau", "Cà Mau", "GIÁM ĐỐC", nil),
            ("Công tác dân vận năm 2020", "Cà Mau", "TM. ỦY BAN NHÂN DÂN", nil),
        ])
    func lostHeads(title: String, place: String, signature: String, agency: String?) {
        let text =
            "\(place), ngày 23 tháng 6 năm 2020\n\nBÁO CÁO\n\n\(title)\n\nI. KẾT QUẢ\n\nĐã làm tốt.\n\n"
            + "Nơi nhận:\n\n- Lưu: VT.\n\n\(signature)\n\nKT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH\n\nLâm Văn Bi\n"
        let found = Describing.describe(text)
        #expect(found.agency?.value == agency && found.title != nil && found.signers.count == 1)
    }

    @Test func attachedTextsAreNamed() {
        let found = closing(
            "CHỦ TỊCH\n\nVõ Tấn Khanh\n\nQUY ĐỊNH\n\nVề dạy thêm\n(Ban hành kèm theo Quyết định số 1/QĐ-UBND)\n\nĐiều 1. Phạm vi\n\nPHỤ LỤC I\nBẢNG GIÁ\n(Kèm theo Quyết định số 1/QĐ-UBND)\n\nNơi nhận:\n- Lưu: VT."
        )
        #expect(found.attachments.map(\.value) == ["QUY ĐỊNH Về dạy thêm", "PHỤ LỤC I BẢNG GIÁ"])
        // A form's recipients are not the document's.
        #expect(found.recipients.isEmpty && found.filing == nil)
    }

    @Test func aLawsDayIsThatOfItsPassing() {
        let law =
            "QUỐC HỘI\n\nSố: 14/2008/QH12\n\nLUẬT\n\nTHUẾ\n\nĐiều 1. Thuế.\n\nLuật này đã được Quốc hội khóa XII thông qua ngày\r\n\n03 tháng 6 năm 2008.\n\nCHỦ TỊCH QUỐC HỘI\n\nNguyễn Phú Trọng"
        #expect(Describing.describe(law).date?.value == "2008-06-03")
        // What an association's congress passed is not the day of the decision.
        #expect(closing("Điều lệ đã được Đại hội thông qua ngày 25/6/2004.\n\nBỘ TRƯỞNG\n\nĐỗ Quang Trung").date == nil)
    }
}
