package org.probity.demo;

import java.util.List;
import org.probity.shapes.policy.Policy.Kind;

/** The rules of the invented company's supply side: names as a real one would have, words of our own. */
record RuleBook(String code, Kind kind, String en, String zh, String textEn, String textZh) {
    static List<RuleBook> all() {
        return List.of(
                new RuleBook("material-procurement", Kind.PROCEDURE, "Material Procurement Management Procedure", "物料采购管理程序", """
                        ## scope Scope

                        This procedure covers every purchase of material, from the first request for prices to the payment of the invoice.

                        ## approved-only Qualified suppliers only

                        Orders go to suppliers on the qualified list for that category and site. An exception needs a reason, a second person and a last day.

                        ## tender Open choice

                        Where the law asks for a tender there is one; elsewhere at least three offers are compared, and the comparison is kept with the order.

                        ## green Green procurement

                        For wafers, glass, frames and pastes we ask for proof beyond the law: environmental management, a product declaration, renewable
                        power, packaging that comes back. What is shown counts in the grade and in the choice between offers that are otherwise alike.

                        ## payment Payment

                        Small and medium-sized suppliers are paid within 30 days of their invoice, all others within 60.
                        """, """
                        ## scope 适用范围

                        本程序适用于物料采购的全过程，自首次询价至发票付款。

                        ## approved-only 只向合格供应商采购

                        订单只下给相应品类和基地的合格供应商。例外须有理由、经第二人批准并注明截止日期。

                        ## tender 公开比选

                        法律要求招标的，一律招标；其他采购至少比较三家报价，比价记录随订单保存。

                        ## green 绿色采购

                        对硅片、玻璃、边框和浆料，我们要求法律之外的证明：环境管理体系、产品环境声明、可再生电力、可回收包装。已证明的内容计入绩效评分，并在条件相近的报价之间优先考虑。

                        ## payment 付款

                        中小企业供应商自收到发票起 30 日内付款，其他供应商 60 日内付款。
                        """),
                new RuleBook("supplier-development", Kind.PROCEDURE, "Supplier Development and Management Procedure", "供应商开发与管理程序", """
                        ## admission Admission

                        A new supplier shows who it is, what it holds and how it treats people and the environment before anything is bought from it.

                        ## two-certifications Two certifications

                        Management systems and the material itself are certified apart; only both together lead to the qualified list.

                        ## evaluation Evaluation

                        Each period ends with a grade. A supplier sees its grade and the rows it rests on, and may object.
                        """, """
                        ## admission 准入

                        新供应商须先说明主体资格、所持证书以及劳动用工和环境表现，之后方可采购。

                        ## two-certifications 双重认证

                        管理体系与物料分别认证，两者均通过方可进入合格名录。

                        ## evaluation 评价

                        每个周期评定等级。供应商可查看本方等级及其依据的记录，并可提出异议。
                        """),
                new RuleBook("supplier-quality", Kind.STANDARD, "Supplier Quality Performance and Daily Management Standards", "供应商质量绩效与日常管理标准", """
                        ## incoming Incoming lots

                        Quality operations inspect by sample plan and write each refused lot to the supplier within two working days.

                        ## correction Correction

                        The supplier answers with cause, containment and prevention. Closing needs somebody who did not open it.
                        """, """
                        ## incoming 来料

                        质量运营部按抽样方案检验，拒收批次须在两个工作日内书面告知供应商。

                        ## correction 纠正

                        供应商须答复原因、遏制措施和预防措施。关闭须由非开立人进行。
                        """),
                new RuleBook("supplier-blacklist", Kind.REGULATION, "Supplier Blacklist Management Regulations", "供应商黑名单管理规定", """
                        ## grounds Grounds

                        False papers, counterfeit goods, serious accidents, grave quality or environmental failures and bribery lead to a ban.

                        ## hearing Hearing

                        Before a ban the supplier learns the facts and has ten working days to answer. Two people decide.

                        ## nobody-deals Nobody deals with the banned

                        No employee orders from, pays or otherwise deals with a banned supplier, except to wind down what the decision names.
                        """, """
                        ## grounds 列入情形

                        提供虚假材料、假冒产品、重大事故、严重质量或环境问题以及商业贿赂，均列入黑名单。

                        ## hearing 听取陈述

                        列入之前告知供应商事实，并给予十个工作日答复。由两人决定。

                        ## nobody-deals 不得往来

                        任何员工不得向被禁供应商下单、付款或进行其他往来，决定中列明的收尾事项除外。
                        """),
                new RuleBook("conflict-minerals", Kind.POLICY, "Responsible Procurement and Conflict Minerals Policy", "负责任采购与冲突矿产政策", """
                        ## due-diligence Due diligence

                        Whoever supplies material that holds tin proves its origin to us every year. We follow the five steps of the OECD.

                        ## no-conflict No conflict minerals

                        We do not buy what finances armed groups. A smelter that is not known or not conformant is replaced by an agreed day.

                        ## reporting Reporting

                        What we asked, what we got and what went wrong is published every year with its records.
                        """, """
                        ## due-diligence 尽职调查

                        凡供应含锡物料者，每年须向我们证明来源。我们遵循经合组织的五个步骤。

                        ## no-conflict 不使用冲突矿产

                        不采购资助武装团体的矿产。冶炼厂不明或不合规的，须在约定日期前更换。

                        ## reporting 报告

                        每年公布调查对象、所得答复和存在的问题，并附记录。
                        """),
                new RuleBook("raw-materials", Kind.STATEMENT, "Responsible Raw Material Procurement Statement", "负责任原材料采购声明", """
                        ## origin Origin

                        We want to know where silicon, silver, tin and aluminium come from, back to the first processing.

                        ## no-forced-labour No forced labour

                        We buy nothing that was made or mined by forced labour, and ask for the proof along the chain.
                        """, """
                        ## origin 来源

                        我们要求了解硅、银、锡、铝的来源，直至首次加工。

                        ## no-forced-labour 不采购强迫劳动产品

                        不采购以强迫劳动生产或开采的产品，并要求供应链逐级证明。
                        """),
                conduct());
    }

    /** The first version; the second limits working hours and adds a clause on the climate. */
    private static RuleBook conduct() {
        return new RuleBook("supplier-code", Kind.CODE_OF_CONDUCT, "Supplier Code of Conduct", "供应商行为准则", """
                ## child-labour No child labour

                Nobody under sixteen works for a supplier of ours, and nobody under eighteen does dangerous work.

                ## hours Working hours

                A week has at most 60 hours with overtime, and one day off.

                ## integrity Integrity

                No gifts, no commissions, no favours. Offers are reported to our audit department.

                ## reporting Speaking up

                A supplier's workers may turn to us directly; nobody may be punished for it.
                """, """
                ## child-labour 禁止童工

                供应商不得使用未满十六周岁者，未满十八周岁者不得从事危险工作。

                ## hours 工作时间

                每周工作时间含加班不超过六十小时，且至少休息一日。

                ## integrity 廉洁

                不得送礼、给付佣金或提供便利。有人索要的，应向我方审计部门举报。

                ## reporting 申诉

                供应商的员工可直接向我们反映问题，任何人不得因此受到处罚。
                """);
    }

    String nextEn() {
        return textEn.replace("at most 60 hours with overtime, and one day off.", "at most 54 hours with overtime, and one day off. Overtime is voluntary.") + """
                ## climate Climate

                A supplier measures its emissions and tells us once a year.
                """;
    }

    String nextZh() {
        return textZh.replace("每周工作时间含加班不超过六十小时，且至少休息一日。", "每周工作时间含加班不超过五十四小时，且至少休息一日。加班须出于自愿。") + """
                ## climate 气候

                供应商须核算排放，并每年告知我们一次。
                """;
    }
}
