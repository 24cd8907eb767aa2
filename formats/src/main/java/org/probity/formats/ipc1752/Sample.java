package org.probity.formats.ipc1752;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/// Invented declarations to try the reader with: a tinned copper ribbon.
public final class Sample {

    private Sample() {
    }

    /// Class D, and nothing to be said against it: copper with a coating of tin and silver.
    public static byte[] materials(String company, LocalDate day) {
        return file(company, day, "D", product("RIB-0001", "1250", material("Copper core", "Copper and its alloys", "1150", substance("Copper", "7440-50-8", "1150", "mg"))
                + material("Solder coating", "Solder", "100", substance("Tin", "7440-31-5", "96.5", "mg") + substance("Silver", "7440-22-4", "35000", "ppm"))));
    }

    /// The same ribbon with a leaded coating: right as a file, and lead above what is tolerated in a material and in an article.
    public static byte[] leaded(String company, LocalDate day) {
        return file(company, day, "D", product("RIB-0001", "1250", material("Copper core", "Copper and its alloys", "1150", substance("Copper", "7440-50-8", "1150", "mg"))
                + material("Solder coating", "Solder", "100", substance("Tin", "7440-31-5", "60", "mg") + substance("Lead", "7439-92-1", "40", "mg"))));
    }

    /// Class D with a fault of each kind that is made by hand: a mistyped CAS number, a unit that is none, a missing amount, and more in a material
    /// than it weighs.
    public static byte[] faulty(String company, LocalDate day) {
        return file(company, day, "D", product("RIB-0001", "1250", material("Copper core", "Copper and its alloys", "1150", substance("Copper", "7440-50-9", "1150", "mg"))
                + material("Solder coating", "Solder", "100", substance("Tin", "7440-31-5", "60", "milligram") + substance("Silver", "7440-22-4", "", "mg")
                        + substance("Bismuth", "7440-69-9", "140", "mg"))));
    }

    /// Class C: lead said to be below its threshold on two lists.
    public static byte[] thresholds(String company, LocalDate day) {
        return file(company, day, "C", """
                  <Product unitType="Each" numberOfInstances="1"><ProductID itemName="Interconnect ribbon" itemNumber="RIB-0001"><Amount value="1.25" UOM="g"/></ProductID>
                    <MaterialInfo>
                      <SubstanceCategoryList><SubstanceCategoryListID identity="EUROHS-1907" authority="IPC"/>
                        <SubstanceCategory name="Lead/Lead Compounds" reportableApplication="All"><Threshold overThreshold="false" threshold="0.1 mass% of homogeneous material"/></SubstanceCategory>
                      </SubstanceCategoryList>
                      <SubstanceCategoryList><SubstanceCategoryListID identity="EUREACH-0624" authority="IPC"/>
                        <SubstanceCategory name="Lead" reportableApplication="All"><Threshold overThreshold="false" threshold="0.1 mass% of article"/></SubstanceCategory>
                      </SubstanceCategoryList>
                    </MaterialInfo>
                  </Product>
                """);
    }

    private static byte[] file(String company, LocalDate day, String section, String products) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <MainDeclaration xmlns="http://webstds.ipc.org/175x/2.0" version="2.0">
                  <BusinessInfo mode="Distribute">
                    <Response date="%s" comment="invented, for trial">
                      <SupplyCompany name="%s"/>
                      <Contact name="Lin Qing"><Email address="lin.qing@example.org"/></Contact>
                    </Response>
                    <Declaration legalType="Standard" supplierAcceptance="true"/>
                  </BusinessInfo>
                  <Include><Sectional name="MaterialInfo"><SubSectional name="%s"/></Sectional></Include>
                %s</MainDeclaration>
                """.formatted(day, escape(company), section, products).getBytes(StandardCharsets.UTF_8);
    }

    private static String product(String number, String milligrams, String materials) {
        return """
                  <Product unitType="Each" numberOfInstances="1">
                    <ProductID itemName="Interconnect ribbon" itemNumber="%s"><Amount value="%s" UOM="mg"/></ProductID>
                    <MaterialInfo><HomogeneousMaterialList>
                %s    </HomogeneousMaterialList></MaterialInfo>
                  </Product>
                """.formatted(number, milligrams, materials);
    }

    private static String material(String name, String group, String milligrams, String substances) {
        return """
                      <HomogeneousMaterial name="%s" materialGroupName="%s">
                        <Amount value="%s" UOM="mg"/>
                        <SubstanceCategoryList><SubstanceCategory name="Supplier">
                %s        </SubstanceCategory></SubstanceCategoryList>
                      </HomogeneousMaterial>
                """.formatted(name, group, milligrams, substances);
    }

    private static String substance(String name, String cas, String value, String unit) {
        return """
                          <Substance name="%s"><SubstanceID identity="%s" authority="CAS"/><Amount value="%s" UOM="%s"/></Substance>
                """.formatted(name, cas, value, unit);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
