extension DocumentReport {
    /// What a document says of itself; nil or empty where it does not stand plainly.
    public struct Metadata: Equatable, Sendable {
        /// Number and symbol (số, ký hiệu).
        public var number: Field?
        /// The number's parts.
        public var numberParts: NumberParts?
        /// The type (loại văn bản); an official letter has none.
        public var type: Field?
        /// Who issued it, by the name written out: `Sở Y tế tỉnh Thái Nguyên`.
        public var agency: Field?
        /// The agency above that one, where the head names it.
        public var superior: Field?
        /// The date of issue as `2020-06-23`.
        public var issuedOn: Field?
        /// The place it was issued at (địa danh).
        public var place: Field?
        /// The abstract (trích yếu).
        public var title: Field?
        /// Độ khẩn: `Khẩn`, `Thượng khẩn`, `Hỏa tốc`.
        public var urgency: Field?
        /// Độ mật: `Mật`, `Tối mật`, `Tuyệt mật`.
        public var secrecy: Field?
        /// Whom it is addressed to (Kính gửi).
        public var addressees: [Field]
        /// Whom it was sent to (Nơi nhận), without the filing line.
        public var recipients: [Field]
        /// The filing line (Lưu).
        public var filing: Field?
        /// Who signed it.
        public var signers: [Signer]
        /// The titles of texts issued with it.
        public var attachments: [Field]
    }

    /// A document number in its parts, as spelled.
    public struct NumberParts: Equatable, Sendable {
        /// The running number.
        public var sequence: String
        /// The year of a legal document's number.
        public var year: String?
        /// The type's symbol: `QĐ`.
        public var typeSymbol: String?
        /// What stands for agency and unit: `TTg`, `UBND-XD`.
        public var agencySymbol: String?
    }

    /// Who signed a document.
    public struct Signer: Equatable, Sendable {
        /// The person's name.
        public var name: Field
        /// In whose place: `TM.`, `KT.`, `TL.`, `TUQ.`, `Q.`, or several of them.
        public var capacity: Field?
        /// The person's own position.
        public var position: Field?
    }
}
