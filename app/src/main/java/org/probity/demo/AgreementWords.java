package org.probity.demo;

import java.util.List;

/** The agreements of the invented company, in its own words. A real company's lawyers write theirs. */
record AgreementWords(String leg, String titleEn, String titleZh, String en, String zh) {
    static final List<AgreementWords> ALL = List.of(
            new AgreementWords("framework", "Framework agreement on responsible supply", "负责任供应框架协议", """
                    Between «company» and «supplier».
                    1. What it is for. This agreement holds for every order that «company» places with «supplier». Where an order says otherwise, this agreement goes before it in what concerns people, nature and honest dealing.
                    [environment] 2. Environment. «supplier» holds the permits its sites need, keeps the limits they set, and tells «company» within three working days of any accident or order of an authority that touches what it delivers.
                    [human-rights] 3. Human rights. Nobody works for «supplier» against their will or below the age the law sets. Papers are not kept back, no deposit is taken, wages are paid in full and on time, and nobody is treated worse for who they are or for joining others.
                    [conflict-minerals] 4. Conflict minerals. «supplier» names the smelters of tin, tantalum, tungsten and gold in what it delivers, once a year and when they change, and delivers nothing that pays for armed conflict.
                    [anti-bribery] 5. Anti-bribery. Neither side gives, asks or takes anything to win an order or a favour. Whoever is asked for it reports it; nobody suffers for a report made in good faith.
                    [anti-money-laundering] 6. Anti-money-laundering. Payments go only between accounts in the names of the two sides. «supplier» says who owns it, and says so again when that changes.
                    7. Looking. «company» may look at sites, records and evidence with notice of ten working days, at once after an accident. What is found is put right by an agreed day.
                    8. Term. The agreement holds for the term shown with the signatures. Either side may end it with three months' notice; «company» may end it at once when clauses 2 to 6 are gravely broken and «supplier» was heard.
                    """, """
                    «company»与«supplier»签订本协议。
                    一、适用范围。本协议适用于«company»向«supplier»下达的全部订单。订单约定与本协议不一致的，凡涉及员工权益、环境及诚信往来的事项，以本协议为准。
                    [environment] 二、环境保护。«supplier»应取得其场所所需的许可并遵守排放限值；发生影响供货的事故或收到主管部门处理决定的，应在三个工作日内告知«company»。
                    [human-rights] 三、人权保障。«supplier»不得强迫劳动，不得使用未达法定年龄的劳动者；不得扣押证件、收取押金；应足额按时支付工资；不得因个人身份或参加组织而区别对待。
                    [conflict-minerals] 四、冲突矿产。«supplier»应每年并在变更时列明所供物料中锡、钽、钨、金的冶炼厂，不得供应资助武装冲突的物料。
                    [anti-bribery] 五、反腐败和反贿赂。任何一方不得为获取订单或便利而给予、索取或收受利益。遇到索取应予举报，善意举报人不受任何不利对待。
                    [anti-money-laundering] 六、反洗钱。款项仅在双方名下账户之间收付。«supplier»应说明其实际所有人，变更时应再次说明。
                    七、核查。«company»可在提前十个工作日通知后核查场所、记录和证据，发生事故的可立即核查。发现的问题应在约定期限内整改。
                    八、期限。本协议在签署页所载期限内有效。任何一方可提前三个月通知终止；严重违反第二至六条且经听取«supplier»意见的，«company»可立即终止。
                    """),
            new AgreementWords("confidentiality", "Non-disclosure agreement", "保密协议", """
                    Between «company» and «supplier».
                    1. What is kept. Drawings, recipes, prices, plans and measurements that one side shows the other and that are not public stay between them.
                    2. How. Only those see it who need it for the work, and they know that it is not to be passed on. It is not used for anything else.
                    3. What is free. What the other side already knew, found itself, or must tell an authority by law; of the last it tells first where it may.
                    4. Afterwards. When the work ends, it is handed back or destroyed within thirty days. The duty to keep it lasts five years longer.
                    """, """
                    «company»与«supplier»签订本协议。
                    一、保密范围。一方向另一方提供的、未公开的图纸、配方、价格、计划和测量数据均应保密。
                    二、保密方式。仅限工作所需人员知悉，并应告知其不得外传；不得用于其他目的。
                    三、例外。接收方已知悉、自行获得的信息，或依法须向主管部门提供的信息；在允许范围内应事先告知对方。
                    四、终止后。合作结束后三十日内返还或销毁，保密义务自终止后继续五年。
                    """),
            new AgreementWords("integrity", "Integrity agreement", "廉洁协议", """
                    Between «company» and «supplier».
                    1. Gifts. Nobody of «supplier» gives anybody of «company», or those close to them, money, gifts, travel, shares or work.
                    2. Interests. «supplier» says at once when somebody of «company» holds a share in it or is close to somebody who leads it.
                    3. Truth. Papers, samples, certificates and bills are what they say they are.
                    4. Reporting. Whoever sees a breach tells the audit department of «company». Reports may be made without a name.
                    5. Breach. «company» hears «supplier» first. It may then end what was agreed and bar «supplier» for a time or for good.
                    """, """
                    «company»与«supplier»签订本协议。
                    一、礼品。«supplier»人员不得向«company»人员及其关系密切的人给予金钱、礼品、旅行、股份或工作机会。
                    二、利益关系。«company»人员持有«supplier»股份或与其负责人关系密切的，«supplier»应立即说明。
                    三、真实。提供的文件、样品、证书和账单应真实。
                    四、举报。发现违反情形的，应向«company»审计部门反映，可以匿名。
                    五、违约。«company»应先听取«supplier»意见，之后可终止约定，并暂时或永久禁止合作。
                    """));
}
