package org.probity.demo;

import java.util.EnumMap;
import java.util.Map;
import org.probity.disclosure.statement.Chapter.Part;
import org.probity.proof.Words;

/** What the invented company says of its people; the figures beside it are not in these words. */
final class PeopleWords {
    private PeopleWords() {}

    static Map<Part, Words> all() {
        var texts = new EnumMap<Part, Words>(Part.class);
        texts.put(Part.AREA, new Words("People", "员工"));
        texts.put(Part.TITLE, new Words("Who works here, and what becomes of them", "谁在这里工作，如何成长"));
        texts.put(Part.STAND, new Words(
                "From the document that is looked at before the first shift to the talk after the year: what the law asks, what we promise, what people learn and where they can go.",
                "从首次上岗前核验的证件到年终的面谈：法律要求什么、我们承诺什么、员工学到什么、可以走向何处。"));
        texts.put(Part.STRATEGY, new Words(
                "Whoever wants to work here for long should be able to see the way. We plan for whom we look, in the short, the middle and the long term, and hire by the same questions for all. Equality of labour comes before speed.",
                "愿意长期在这里工作的人，应当看得见自己的路。我们按短期、中期、长期规划招聘，对所有人用同样的问题。用工平等，先于招聘速度。"));
        texts.put(Part.PLEDGE, new Words(
                "Nobody works here who is too young, and nobody who does not want to. Nobody is treated worse for colour, race, religion, gender, age, orientation or disability, or harassed. Cases that were confirmed are counted below, none as well as some.",
                "不使用童工，不强迫劳动。任何人不因肤色、种族、宗教、性别、年龄、性取向或残疾受到歧视，也不受骚扰。经查实的案件计入下方指标，没有也照样列明。"));
        texts.put(Part.GOVERNANCE, new Words("""
                ## What binds
                Labour rules are made as the law asks: discussed with the staff congress, agreed with the union, made known to everybody. Numbers of law, such as the hours of a month, are kept with their source and signed by counsel for each place.

                ## Who watches
                The union looks at every labour rule once a year and says whether it is kept. What it finds is followed until somebody else has verified it; what it objects to is printed in this report.

                ## What the house refuses
                A shift of somebody whose age nobody has checked cannot be entered. A roster that would pass the hours of a month is refused before the work, not counted afterwards.""", """
                ## 受何约束
                劳动规章依法制定：经职工代表大会讨论，与工会协商，向全体员工公示。每月工时等法定数值按地区附来源保存，由法务签认。

                ## 谁监督
                工会每年对每项劳动规章审查一次，并说明是否得到遵守。所提问题跟踪至他人核实为止；所提异议印在本报告中。

                ## 系统拒绝什么
                年龄未经核验的人不能排班。超出当月工时上限的班表在上班之前即被拒绝，而不是事后统计。"""));
        texts.put(Part.SYSTEMS, new Words("""
                ## Career development
                Two ladders stand beside each other, professional and managerial, and a step on one equals a step on the other. Each track has a competency standard in five parts; a level is granted item by item by a panel of three, and holds for two years. Posts change in rounds whose order is published.

                ## Talent empowerment
                Courses answer what a standard asks. Lists are signed at the door, seconds are counted, and everybody who was there is asked once how useful it was.""", """
                ## 职业发展体系
                专业与管理双通道并行，级别相互对应。每个职业序列配有由五部分组成的任职资格标准；由三人评审组逐条认定，级别有效期两年。轮岗按轮次进行，顺序公开。

                ## 人才赋能体系
                课程对应标准的要求。到场在门口签到，按秒计时；到场的人各被询问一次课程是否有用。"""));
        texts.put(Part.PRACTICES, new Words("""
                ## Recruitment
                We look for people by plan and ask all of them the same. What does not belong to the work is kept apart from those who choose. Every year all of us take two courses: equal and compliant employment, and preventing harassment.

                ## Education beside work
                Whoever works here, part-time staff and contractors too, may study with support, from junior college to bachelor, and be paid on proof.

                ## Skills
                Training for qualifications comes first; leadership, professional courses and the first month of newcomers stand beside it.

                ## Pay for performance
                Commitments are agreed by both and rated with a reason. Before a year is closed its ratings are compared between women and men, between those who were on leave and those who were not. Whoever disagrees has ten working days.

                ## Being heard
                Legal affairs, audit, human resources, the union and each factory's mailbox take reports by page, e-mail, phone, letter and messenger; what is written on the page is locked for those who read it, and whoever it is about has no key. On the voice community everybody has one voice without a name; liaison officers of each base, factory and department answer and publish what became better. Factories hold discussion sessions and democratic-life meetings, and their heads answer letters.

                ## Satisfaction survey and improvement
                Once a year everybody is asked, by dimensions from work rewards to culture and vision. Nobody can tell who answered what. Units promise measures for what was said, with an owner and a day, and ask the same again.""", """
                ## 人才招聘
                招聘按计划进行，对所有人提同样的问题。与工作无关的信息与选人者分开保存。全体员工每年参加两门课：平等合规用工、预防职场骚扰。

                ## 学历提升
                所有在此工作的人，包括非全日制员工和外包人员，均可申请支持，从专科到本科，凭证付款。

                ## 技能发展
                以任职资格培训为先，并开展领导力、专业技术和新员工培训。

                ## 绩效评价
                承诺由双方签署，评价附理由。年度关闭之前，比较男女之间、休假者与未休假者之间的评价。有异议者可在十个工作日内申诉。

                ## 员工沟通与申诉渠道
                法务、审计、人力资源、工会和各工厂信箱，通过网页、邮件、电话、信函和即时通讯接收举报；网页上写的内容只为受理人加密，被举报的人没有密钥。在员工社区，每个人都有一份不具名的发言权；各基地、工厂和部门的联络员负责答复，并公布改进结果。工厂定期召开座谈会和民主生活会，厂长答复来信。

                ## 满意度调查与改进
                每年向全体员工做一次调查，维度从工作回报到文化与愿景。谁答了什么，无人知晓。各单位针对意见承诺措施，落实到人、定下日期，并就同样的问题再问一次。"""));
        texts.put(Part.TARGETS, new Words("What we want of everybody is a hundred; what should not happen to anybody is nought.", "人人应当做到的，目标是百分之百；任何人都不应遭遇的，目标是零。"));
        texts.put(Part.KNOWING, new Words(
                "Hours are seconds between signing in and signing out, by lists that were closed. Satisfaction is what those say who answered; how many they are stands beside it. Of the eleven signs of forced labour only some can be measured from what is kept here: what no record shows, such as wages paid late, rules of dormitories or conditions of living, is said to be unknown and not to be none. Reports by mailbox and of fraud are told in full fives: what is beyond would tell of a case or two. Pay, benefits and accidents at work are not in this chapter: no records of them are kept here yet.",
                "学时为已关闭名单上签到与签退之间的秒数。满意度仅代表作答者的意见，作答人数并列写明。强迫劳动的十一项指标中，只有一部分能由此处的记录衡量；拖欠工资、宿舍管理规定、居住条件等没有记录的，写明“无法衡量”，而不写成“没有”。各渠道的举报和舞弊举报以五件为单位列出：不足五件的部分会指向个别案件。薪酬、福利和工伤不在本章之内：此处尚无此类记录。"));
        texts.put(Part.WRONG, new Words(
                "One career track has no standard yet. Some documents were looked at after the first shift, and some talks about the year were not held in time. Whoever walked past the reader on the way out has hours that count for nobody until somebody settles them. What else went wrong follows from the records:",
                "有一个职业序列尚无任职资格标准。部分证件在首次上岗之后才核验，部分年度面谈未按时进行。离场时未刷卡的学时，在查明之前不计入任何人。其余问题由记录得出："));
        return texts;
    }
}
