package org.probity.demo;

import java.util.List;
import org.probity.shapes.policy.Policy.Kind;

/** The rules of the invented company about work: names as a real one would have, words of our own. */
record LabourBook(String code, Kind kind, String en, String zh, String textEn, String textZh) {
    static List<LabourBook> all() {
        return List.of(
                new LabourBook("labour-policy", Kind.POLICY, "Labour Policy", "劳动政策", """
                        ## free-work Work is free

                        Nobody works under threat, for a debt or without a way to leave. We keep nobody's documents and take no deposit.

                        ## respect Respect

                        Nobody is harassed, beaten, insulted or treated worse for colour, race, religion, gender, age, orientation or disability.

                        ## union The union watches

                        The union looks at each of these rules once a year, says in public what it finds, and follows it until it is put right.
                        """, """
                        ## free-work 自愿劳动

                        任何人不得因威胁、债务或无法离开而劳动。公司不扣押证件，不收取押金。

                        ## respect 尊重

                        不得骚扰、殴打、侮辱任何人，不得因肤色、种族、宗教、性别、年龄、性取向或残障而区别对待。

                        ## union 工会监督

                        工会每年审查各项制度一次，公开所见，并跟踪至整改完成。
                        """),
                new LabourBook("recruitment-regulations", Kind.REGULATION, "Recruitment Management Regulations", "招聘管理规定", """
                        ## posting Posting

                        A post says what the work needs, and nothing about sex, age, marriage, children or origin.

                        ## age Proof of age

                        Before an offer somebody looks at a document with a birth date; under sixteen there is no offer, whatever was promised.

                        ## free Nothing to pay

                        Whoever applies pays nothing, to us or to an agency. What was paid is given back.
                        """, """
                        ## posting 招聘信息

                        招聘信息只写工作要求，不涉及性别、年龄、婚育和籍贯。

                        ## age 年龄核验

                        录用前须核验载有出生日期的证件；未满十六周岁，无论此前如何承诺，一律不录用。

                        ## free 不收费用

                        应聘者不向公司或中介支付任何费用，已支付的予以退还。
                        """),
                new LabourBook("employment-guidelines", Kind.STANDARD, "Labour Employment Management Guidelines", "劳动用工管理办法", """
                        ## contract Written contract

                        The contract is signed on the first day and says place, work, hours, pay and term. Each side keeps one.

                        ## probation Probation

                        Probation follows the length of the contract and is agreed once.

                        ## dispatch Dispatched workers

                        Dispatched workers do temporary, auxiliary or substitute work, for the same pay, and are at most a tenth.
                        """, """
                        ## contract 书面合同

                        入职当日签订劳动合同，载明地点、岗位、工时、报酬和期限，双方各执一份。

                        ## probation 试用期

                        试用期按合同期限确定，只约定一次。

                        ## dispatch 劳务派遣

                        派遣员工只从事临时性、辅助性或替代性工作，同工同酬，人数不超过十分之一。
                        """),
                new LabourBook("personnel-regulations", Kind.REGULATION, "Personnel Management Regulations", "人事管理规定", """
                        ## file Personal file

                        The file holds what the law or a rule asks for. Everybody reads their own, and has it corrected.

                        ## leaving Leaving

                        Whoever leaves has their papers and their last pay on that day. The union hears of every dismissal before it.
                        """, """
                        ## file 人事档案

                        档案只存法律或制度要求的内容，本人可查阅并要求更正。

                        ## leaving 离职

                        离职当日办结手续并结清工资。解除合同之前须通知工会。
                        """),
                new LabourBook("hr-development", Kind.POLICY, "Human Resources Development and Management Policy", "人力资源开发与管理政策", """
                        ## ladder Two ladders

                        Whoever wants to grow may do so as a specialist or as a leader; levels of both are equal in rank.

                        ## open Open to all

                        Courses and certification are open to everybody, part-time staff and contractors too.
                        """, """
                        ## ladder 双通道

                        员工可沿专业或管理通道发展，两条通道的层级对等。

                        ## open 面向全员

                        培训与认证面向全员，包括非全日制员工和承包商人员。
                        """),
                new LabourBook("equal-employment", Kind.REGULATION, "Rules on Equal and Compliant Employment", "平等合规用工规定", """
                        ## measure Same measure

                        Posts, pay, courses and promotion go by the work. Results are compared between groups before they count.

                        ## course Course

                        Everybody takes the course on equal and compliant employment each year.
                        """, """
                        ## measure 同一标准

                        招聘、薪酬、培训和晋升以工作为准，结果生效前须做群体比较。

                        ## course 培训

                        全员每年参加平等合规用工培训。
                        """),
                new LabourBook("preventing-harassment", Kind.REGULATION, "Rules on Preventing Harassment", "预防职场骚扰规定", """
                        ## ban What is forbidden

                        Words, pictures, touch and messages that somebody does not want, and any advantage or threat tied to them.

                        ## report Speaking up

                        Reports are taken by human resources, legal affairs or the union; the accused takes no part, and nobody suffers for a report.
                        """, """
                        ## ban 禁止行为

                        禁止违背他人意愿的言语、图像、肢体接触和信息，以及与之相关的利诱或威胁。

                        ## report 举报

                        人力资源部、法务部和工会均受理举报；被举报人须回避，任何人不得因举报受到不利对待。
                        """),
                new LabourBook("child-labour", Kind.PROCEDURE, "Procedure on Child Labour and Juvenile Workers", "禁止童工与未成年工保护程序", """
                        ## found If a child is found

                        Work stops at once, the child is brought home and looked at by a doctor, schooling is paid for until sixteen, and the authorities are told.

                        ## juvenile Under eighteen

                        Nobody under eighteen works at night, overtime or with dangerous substances; registration and health check come first.
                        """, """
                        ## found 发现童工

                        立即停止工作，送返监护人并安排体检，资助就学至十六周岁，并报告主管部门。

                        ## juvenile 未满十八周岁

                        未成年工不上夜班、不加班、不接触危险物质；上岗前先登记和体检。
                        """),
                hours());
    }

    /** The first version; the second says more about rest. */
    private static LabourBook hours() {
        return new LabourBook("working-hours", Kind.REGULATION, "Rules on Working Hours and Leave", "工时与休假规定", """
                ## hours Hours

                A day has eight hours and a week forty. Overtime is agreed, at most three hours a day and thirty-six a month; the roster stops before.

                ## rest Rest

                There is one free day in each seven.
                """, """
                ## hours 工时

                每日八小时，每周四十小时。加班须经同意，每日不超过三小时，每月不超过三十六小时；排班在达到上限前即予拦截。

                ## rest 休息

                每七日至少休息一日。
                """);
    }

    String nextEn() {
        return textEn.replace("There is one free day in each seven.", "There is one free day in each seven, and eleven hours between two shifts.");
    }

    String nextZh() {
        return textZh.replace("每七日至少休息一日。", "每七日至少休息一日，两班之间至少间隔十一小时。");
    }
}
