package org.probity.demo;

import java.util.EnumMap;
import java.util.Map;
import org.probity.disclosure.statement.Chapter.Part;
import org.probity.proof.Words;

/** What the invented company says of its supply chain; the figures beside it are not in these words. */
final class ChapterWords {
    private ChapterWords() {}

    static Map<Part, Words> supplyChain() {
        var texts = new EnumMap<Part, Words>(Part.class);
        texts.put(Part.AREA, new Words("Supply chain", "供应链"));
        texts.put(Part.TITLE, new Words("Who supplies us, and how", "谁供应我们，如何供应"));
        texts.put(Part.STAND, new Words(
                "From the first letter to the last order: whom we let in, what we agree, how we judge, what we found on site, whom we parted with, and where our tin comes from.",
                "从第一封邀请到最后一张订单：准入谁、约定什么、如何评价、现场发现了什么、与谁终止合作，以及锡从何而来。"));
        texts.put(Part.STRATEGY, new Words(
                "A module is as clean as what goes into it. We buy from whom we know, we say what we ask for, and we ask in the same way of everybody. What we do not know stands beside what we do.",
                "组件是否清白，取决于其中的一切。我们只向了解的供应商采购，要求公开，对每家一视同仁。不知道的，与知道的并列写明。"));
        texts.put(Part.PLEDGE, new Words(
                "We do not buy or use conflict minerals. Every supplier of material holding tin proves its origin to us every year, and the figures below show whether they did.",
                "我们不采购、不使用冲突矿产。凡供应含锡物料的供应商，每年都须向我们证明来源；是否做到，由下方指标说明。"));
        texts.put(Part.GOVERNANCE, new Words("""
                ## Who answers
                Integrated procurement, silicon procurement, equipment procurement and the procurement of each site stand side by side with quality operations. For each category one of them buys and one sees to quality; work goes to whoever answers.

                ## What binds
                Seven rule books in two languages, each with a day from which it counts, approved by a second person. Suppliers acknowledge the code of conduct, version by version.

                ## Who publishes
                Whoever prepares a figure never publishes it: that takes a second person. The union and the assurer read the same log.""", """
                ## 谁负责
                集成采购、硅料采购、设备采购和各基地采购与质量运营并列。每个品类由其中一个部门负责采购、一个部门负责质量，事项按责任流转。

                ## 受何约束
                七份中英文制度，各有生效日期，均经第二人批准。供应商逐版确认行为准则。

                ## 谁发布
                编制指标的人不能发布，发布须由第二人决定。工会与鉴证方查看的是同一本日志。"""));
        texts.put(Part.PRACTICES, new Words("""
                ## Admission
                Seven topics are reviewed, each by its department; management systems and material are certified for each category and site. Three agreements are signed by both sides. Who has all of it is on the qualified list, for as long as all of it holds.

                ## Evaluation
                Suppliers answer for themselves every year, with evidence. Twice a year they are graded by rules that they can compute again: A means a larger share, B stays, C owes a plan, D ends. Key suppliers are visited by a team of four departments.

                ## Exit
                Forged papers, counterfeits, accidents, quality, environment, bribery: a case is opened, the supplier is heard, and two people decide. From that second nobody may deal with them, and the ordering system is told so.

                ## Conflict minerals
                Whoever supplies something that holds tin owes four papers a year. Each workbook is read cell by cell: first for what is missing, then for what cannot be right. What passes is still accepted or sent back by a person.

                ## Risk, training and exchange
                Environmental, social and governance risk follows from answers, country, category, incidents and findings; each point names its record. We train suppliers and our own buyers, and count every meeting by the second.

                ## Substances and green procurement
                Suppliers of what may hold hazardous substances send a report on restricted substances and one on substances of concern each year. Criteria for green procurement are set by category and weigh in the grade.

                ## Payment
                Small and medium-sized suppliers are paid within 30 days of their invoice, all others within 60. What was paid late, and what small ones still wait for, stands below.""", """
                ## 准入
                七个主题各由对应部门评审；管理体系和物料按品类与场所认证。三份协议由双方签署。全部具备且有效者，列入合格名录。

                ## 评价
                供应商每年自评并附证据。每年两次按可复算的规则评级：A增加份额，B维持，C须提交整改计划，D终止合作。关键供应商由四个部门组成的小组现场审核。

                ## 退出
                提供虚假材料、假冒产品、事故、质量、环境、商业贿赂：立案，听取供应商意见，由两人决定。自决定之时起任何人不得与其往来，订货系统随即获知。

                ## 冲突矿产
                凡供应含锡物料的供应商，每年须提交四份文件。每份工作簿逐格读取：先查缺项，再查不可能成立之处。即使全部通过，仍须由人员决定接受或退回。

                ## 风险、培训与交流
                环境、社会和治理风险由答复、国家、品类、事件和审核发现得出，每一分都注明依据。我们培训供应商和本公司采购人员，每次会议以秒计时。

                ## 有害物质与绿色采购
                可能含有害物质的供应商每年提交限用物质报告和关注物质报告。绿色采购标准按品类设定，并计入评级。

                ## 付款
                中小企业供应商自收到发票起30日内付款，其他供应商60日内付款。逾期支付的比例和中小企业仍未收到的款项列于下方。"""));
        texts.put(Part.TARGETS, new Words("A missed target stands here in the same size as a met one.", "未达成的目标与已达成的目标以同样大小列示。"));
        texts.put(Part.KNOWING, new Words(
                "Whether workers of suppliers can complain is what suppliers say of themselves and auditors ask on site; a channel of our own for them is not open yet, so no cases are counted. Shares of who supplies us are shares of mass, because the ledger of goods receipts states no money. Traceability of silicon and tenders are not in this chapter: no records of them are kept here yet.",
                "供应商员工能否申诉，依据供应商自述和现场审核；我方尚未向其员工开放自有渠道，因此不统计案件数。供应商构成的占比为重量占比，因为收货台账不记金额。硅料追溯和招标不在本章之内：此处尚无此类记录。"));
        texts.put(Part.WRONG, new Words(
                "Some suppliers sent a form with faults at first. We had asked too late in the year and explained too little; this year we asked earlier. What else went wrong follows from the records:",
                "有些供应商最初交来的表格有错。我们问得太晚，解释得太少；今年已提前发出调查。其余问题由记录得出："));
        return texts;
    }
}
