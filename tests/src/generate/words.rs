//! The words that sketches are made of.

pub(super) const VERBS: &[&str] =
    &["加快", "深入推进", "全面加强", "持续优化", "着力提升", "扎实做好", "大力发展", "统筹推进", "不断深化"];

pub(super) const OBJECTS: &[&str] = &[
    "工业转型",
    "现代农业建设",
    "城乡融合发展",
    "基层社会治理",
    "营商环境建设",
    "“两张网”建设",
    "科技创新平台建设",
    "生态环境保护",
    "民生保障工作",
    "安全生产、应急管理工作",
];

pub(super) const SUBJECTS: &[&str] =
    &["工业经济", "城乡面貌", "生态环境质量", "公共服务水平", "发展动能", "政务服务“一网通办”"];

pub(super) const STATES: &[&str] = &["稳步提升", "持续改善", "不断增强", "加快转换", "明显提高"];

/// Sentences without their full stop; none could be taken for a topic sentence, a heading or an announcement.
pub(super) const FACTS: &[&str] = &[
    "全年完成投资74.6亿元，占年度计划的106.3%，同比增长8.3%",
    "规模以上工业总产值完成872.6亿元，其中装备制造业产值318.4亿元，分别增长6.8%、11.2%",
    "新改建农村公路143公里，农村自来水普及率由86.4%提高到95.7%",
    "改造老旧小区27个、惠及居民1.2万户，新增停车位1500余个（含立体车位320个）",
    "深化“放管服”改革，21个主题事项实现“一表申请、一窗受理”，办理时间压缩七成",
    "出台《关于支持企业技术改造的若干措施》，推动40家企业实施数字化改造",
    "自3月1日以来累计接待游客180.4万人次，实现旅游综合收入15.3亿元",
    "一般公共预算收入完成15.2亿元；民生支出48.3亿元，占比超过八成",
    "截至6月底，5G基站达到1130座，220千伏变电站建成投用，12345热线办结率达到99.2%",
    "粮食总产量稳定在32.5万吨以上，空气质量优良率、断面水质达标率分别达到88%、95%以上",
];

/// What an announced number counts.
pub(super) const NOUNS: &[&str] = &["项工作", "个方面", "项任务"];

/// Sentences that announce a list without a number.
pub(super) const ANNOUNCEMENTS: &[&str] =
    &["今年以来，我们聚焦重点领域和关键环节集中攻坚，主要做了以下工作：", "对照全年目标任务，下一步要抓好以下工作："];

/// What an annexed report is about.
pub(super) const ANNEXES: &[&str] = &["经济运行", "城市更新", "“两张网”建设", "养老服务", "规划编制"];
