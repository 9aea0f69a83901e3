import Testing
@testable import VanThu

@Suite struct VanThuPlaceholder {}
