import AdministrativeDocuments
import Testing

@Suite struct HeadMetadata {
    private func head(_ text: String) -> DocumentDescription { Describing.describe(text) }

    /// A head as crawled files have it: wraps inside words, a rule, an empty line behind every cell.
    private func crawled(_ agency: String, number: String = "Số: 1/QĐ-A", type: String = "QUYẾT ĐỊNH") -> String {
        "\(agency)\r\n\n  -------\n\nCỘNG\r\n\n  HÒA XÃ HỘI\r\n\n  CHỦ NGHĨA VIỆT NAM\r\n\n  Độc lập - Tự do - Hạnh phúc\n\n"
            + "\(number)\n\nHà\r\n\n  Nội, ngày 5\r\n\n  tháng 6 năm 2020\n\n\(type)\n\nVỀ VIỆC TRỒNG CÂY\n\nCăn cứ Luật Đất đai;"
    }

    @Test(
        "An agency's name is written out, with the place its superior gives it",
        arguments: [
            ("BỘ QUỐC\r\n\n  PHÒNG", "Bộ Quốc phòng", nil),
            ("BỘ TÀI NGUYÊN VÀ MÔI\r\n\n  TRƯỜNG", "Bộ Tài nguyên và Môi trường", nil),
            ("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ\r\n\n  HỘI", "Bộ Lao động - Thương binh và Xã hội", nil),
            ("ỦY BAN THƯỜNG\r\n\n  VỤ QUỐC HỘI", "Ủy ban Thường vụ Quốc hội", nil),
            ("THỦ\r\n\n  TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ", nil),
            ("SỞ\r\n\n  KẾ HOẠCH\r\n\n  VÀ ĐẦU TƯ", "Sở Kế hoạch và Đầu tư", nil),
            ("BỘ TÀI CHÍNH\r\n\n  TỔNG CỤC THUẾ", "Tổng cục Thuế", "Bộ Tài chính"),
            ("TỔNG CỤC THUẾ\n\nCỤC THUẾ TP HÀ NỘI", "Cục Thuế thành phố Hà Nội", "Tổng cục Thuế"),
            ("UỶ BAN NHÂN DÂN\n\nTỈNH KHÁNH HOÀ", "Ủy ban nhân dân tỉnh Khánh Hòa", nil),
            ("UBND TỈNH CÀ MAU\n\nSỞ Y TẾ", "Sở Y tế tỉnh Cà Mau", "Ủy ban nhân dân tỉnh Cà Mau"),
            ("UBND TỈNH CÀ MAU\n\nCÔNG AN TỈNH", "Công an tỉnh Cà Mau", "Ủy ban nhân dân tỉnh Cà Mau"),
            (
                "UBND TỈNH CÀ MAU\n\nVĂN PHÒNG", "Văn phòng Ủy ban nhân dân tỉnh Cà Mau",
                "Ủy ban nhân dân tỉnh Cà Mau"
            ),
            (
                "UBND HUYỆN U MINH\n\nUBND XÃ KHÁNH AN", "Ủy ban nhân dân xã Khánh An, huyện U Minh",
                "Ủy ban nhân dân huyện U Minh"
            ),
            (
                "HỘI ĐỒNG THẨM PHÁN\r\n\n  TÒA ÁN NHÂN DÂN TỐI CAO", "Hội đồng Thẩm phán Tòa án nhân dân tối cao",
                nil
            ),
            ("BỘ Y TẾ -\r\n\n  BỘ NỘI VỤ", "Bộ Y tế - Bộ Nội vụ", nil),
            ("CỤC KIỂM TRA VBQPPL", "Cục Kiểm tra VBQPPL", nil),
            ("QUY CHUẨN KỸ THUẬT QUỐC GIA", nil, nil), ("HỘI NGHỊ QUÂN SỰ", nil, nil),
        ])
    func agencies(head text: String, agency: String?, superior: String?) {
        let found = head(crawled(text))
        #expect(found.agency?.value == agency)
        #expect(found.superior?.value == superior)
        #expect(found.type?.value == "Quyết định" && found.place?.value == "Hà Nội" && found.title != nil)
    }

    @Test(
        "Numbers are read behind the type's name, across wraps, in parts",
        arguments: [
            ("Luật\r\n\n  số: 45/2019/QH14", "45/2019/QH14", ["45", "2019", nil, "QH14"]),
            ("Nghị\r\n\n  quyết số: 326/2016/UBTVQH14", "326/2016/UBTVQH14", ["326", "2016", nil, "UBTVQH14"]),
            ("Số:\r\n\n  02/2008/PL-UBTVQH12", "02/2008/PL-UBTVQH12", ["02", "2008", "PL", "UBTVQH12"]),
            ("Số: 109-QĐ/TW", "109-QĐ/TW", ["109", nil, "QĐ", "TW"]),
            ("Số: 1233/UBND-XD", "1233/UBND-XD", ["1233", nil, nil, "UBND-XD"]),
            ("Số:07 /CT–UBND", "07/CT-UBND", ["07", nil, "CT", "UBND"]),
            ("Số: 2509/QĐ-BNN-CN", "2509/QĐ-BNN-CN", ["2509", nil, "QĐ", "BNN-CN"]),
            (
                "Số: 88/NQLT/CP-ĐCTUBTWMTTQVN", "88/NQLT/CP-ĐCTUBTWMTTQVN",
                ["88", nil, "NQLT", "CP-ĐCTUBTWMTTQVN"]
            ),
        ] as [(String, String, [String?])])
    func numbers(line: String, number: String, parts: [String?]) {
        let found = head(crawled("BỘ Y TẾ", number: line))
        #expect(found.number?.value == number)
        let read = found.numberParts
        #expect([read?.sequence, read?.year, read?.typeSymbol, read?.agencySymbol] == parts)
    }

    /// Known limits: numbers outside the grammar, as typing errors leave them.
    @Test(arguments: ["Số: 1322 QĐ/TLĐ", "Số: 12/2018//TT-BKHCN", "Số: 1367QĐ-KTNN", "Số:      /QĐ-BTC"])
    func malformedNumbersAreNotRead(line: String) {
        #expect(head(crawled("BỘ Y TẾ", number: line)).number == nil)
    }

    @Test(
        "The day of issue stands behind a place, with or without comma, glued or wrapped",
        arguments: [
            ("Hà Nội ngày 03 tháng 4 năm 2023", "2023-04-03", "Hà Nội"),
            ("Bến\r\n\n  Tre, ngày 06 tháng5 năm 2020", "2020-05-06", "Bến Tre"),
            ("Hà Nội, ngày06tháng02năm 2017", "2017-02-06", "Hà Nội"),
            ("TP. Hồ Chí\r\n\n  Minh, ngày 23/6/2020", "2020-06-23", "Hồ Chí Minh"),
            ("Tp.HCM, ngày 23 tháng 6 năm 2020.", "2020-06-23", "Hồ Chí Minh"),
            ("Quận 1, ngày 23 tháng 6 năm 2020", "2020-06-23", "Quận 1"),
            ("Ngày 25 tháng 9 năm 2006", "2006-09-25", nil), ("Hà Nội, ngày   tháng 6 năm 2020", nil, nil),
            ("Hà Nội, ngày 31 tháng 6 năm 2020", nil, nil), ("Căn cứ họp ngày 23 tháng 6 năm 2020", nil, nil),
            ("Hà Nội, ngày 1 tháng 6 năm 2020 của Bộ", nil, nil),
        ])
    func dates(line: String, day: String?, place: String?) {
        let found = head("Số: 1/QĐ-BTC\n\n\(line)\n\nQUYẾT ĐỊNH\n\nVề việc trồng cây")
        #expect(found.date?.value == day)
        #expect(found.place?.value == place)
    }

    @Test func aHeadLostToItsTitleIsRead() {
        let found = head(
            "CỦA CHÍNH PHỦ SỐ 51/2002/NĐ-CP NGÀY 26 THÁNG 4 NĂM 2002 QUY ĐỊNH\r\n\nCHI TIẾT LUẬT BÁO CHÍ\n\nCHÍNH PHỦ\n\nCăn cứ Luật Báo chí;"
        )
        #expect(found.number?.value == "51/2002/NĐ-CP" && found.date?.value == "2002-04-26")
        #expect(found.type?.value == "Nghị định" && found.agency?.value == "Chính phủ")
        #expect(found.title?.value == "QUY ĐỊNH CHI TIẾT LUẬT BÁO CHÍ" && found.place == nil)
    }

    @Test func whatTheNumberSaysOfTheTypeIsUsedWhereItsLineIsLostOrNamesAnother() {
        let lost = head(crawled("BỘ Y TẾ", number: "Số: 14/2020/TT-BYT", type: ""))
        #expect(lost.type?.value == "Thông tư" && lost.title?.value == "VỀ VIỆC TRỒNG CÂY")
        let merged = head(crawled("VĂN PHÒNG QUỐC HỘI", number: "Số: 14/VBHN-VPQH", type: "LUẬT"))
        #expect(merged.type?.value == "Văn bản hợp nhất")
        #expect(merged.name == "Văn bản hợp nhất Luật VỀ VIỆC TRỒNG CÂY")
        // The Party's QĐ is a decision or a regulation; its line tells.
        let party = head(crawled("BAN CHẤP HÀNH TRUNG ƯƠNG", number: "Số: 109-QĐ/TW", type: "QUY ĐỊNH"))
        #expect(party.type?.value == "Quy định" && party.type.map { $0.confidence > 0.8 } == true)
        let mistyped = head(crawled("BỘ Y TẾ", number: "Số: 14/2020/TT-BYT"))
        #expect(mistyped.type?.value == "Quyết định" && mistyped.type.map { $0.confidence < 0.7 } == true)
    }

    @Test(
        "Titles end where another part begins",
        arguments: [
            ("QUY\r\n\nĐỊNH VỀ RỪNG\n\nBỘ TRƯỞNG BỘ NỘI VỤ", "QUY ĐỊNH VỀ RỪNG"),
            ("VỀ HẬU QUẢ THIÊN TAI\n\nCHÍNH PHỦ", "VỀ HẬU QUẢ THIÊN TAI"),
            ("CỦA BỘ Y TẾ SỐ 1/2003/QĐ-BYT NGÀY 5 THÁNG 8 NĂM 2003\r\n\nVỀ RỪNG", "VỀ RỪNG"),
            ("BAN HÀNH QUY CHẾ.\n\nCHÍNH PHỦ", "BAN HÀNH QUY CHẾ"),
            (
                "Ban hành Quy chế quản lý rừng ven biển và các khu bảo tồn\nthiên nhiên",
                "Ban hành Quy chế quản lý rừng ven biển và các khu bảo tồn thiên nhiên"
            ),
            ("BAN HÀNH QUY CHẾ CỦA", nil),
        ])
    func titles(text: String, title: String?) {
        #expect(head("Số: 1/QĐ-BTC\n\nQUYẾT ĐỊNH\n\n\(text)\n\nCăn cứ Luật").title?.value == title)
    }

    @Test func anOfficialLettersSubjectIsItsTitleAndItHasNoType() {
        let letter = head(
            """
            UBND TỈNH CÀ MAU               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            SỞ DU LỊCH                     Độc lập - Tự do - Hạnh phúc
            Số: 95/SDL-QLLH                Cà Mau, ngày 26 tháng 4 năm 2024
            V/v chấn chỉnh lữ hành,
            hướng dẫn viên

            HỎA TỐC

            Kính gửi:
            - Các doanh nghiệp trên địa bàn
            tỉnh;
            - Hiệp hội Du lịch.

            Quý I năm 2024, Sở kiểm tra 41 doanh nghiệp.
            """)
        #expect(letter.type == nil && letter.title?.value == "V/v chấn chỉnh lữ hành, hướng dẫn viên")
        #expect(letter.agency?.value == "Sở Du lịch tỉnh Cà Mau" && letter.place?.value == "Cà Mau")
        #expect(letter.urgency?.value == "Hỏa tốc" && letter.secrecy == nil)
        #expect(letter.addressees.map(\.value) == ["Các doanh nghiệp trên địa bàn tỉnh", "Hiệp hội Du lịch"])
    }

    @Test(arguments: [("MẬT", "Mật"), ("TUYỆT MẬT", "Tuyệt mật"), ("MẬT ONG", nil)])
    func secrecy(stamp: String, value: String?) {
        #expect(head("Số: 1/QĐ-BTC\n\n\(stamp)\n\nQUYẾT ĐỊNH\n\nVề rừng").secrecy?.value == value)
    }
}
