package org.probity.formats.epcis;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Words of the Core Business Vocabulary 2.0 (ISO/IEC 19988): a bare word in JSON, a URN or an address in XML, here always the address.
public final class Cbv {

    static final String VOCABULARY = "https://ref.gs1.org/cbv/";
    static final String MEASUREMENTS = "https://gs1.org/voc/";
    /// Where GS1 has moved its vocabulary since; the hash of CBV 2.0 wants the place before.
    private static final String NEWER_MEASUREMENTS = "https://ref.gs1.org/voc/";

    private Cbv() {
    }

    /// The address of a business step: `commissioning`. Of a word the standard does not have, too.
    public static String bizStep(String word) {
        return Kind.BIZ_STEP.address(word);
    }

    /// The address of a disposition: `in_transit`.
    public static String disposition(String word) {
        return Kind.DISPOSITION.address(word);
    }

    /// The address of a kind of business transaction: `po`, `desadv`, `inv`.
    public static String transaction(String word) {
        return Kind.TRANSACTION.address(word);
    }

    /// The address of a kind of source or destination: `owning_party`, `possessing_party`, `location`.
    public static String party(String word) {
        return Kind.PARTY.address(word);
    }

    /// The address of a reason for an error declaration: `incorrect_data`, `did_not_occur`.
    public static String error(String word) {
        return Kind.ERROR.address(word);
    }

    /// The bare word of an address of the vocabulary, for people and for JSON; any other address as it is.
    public static String word(String address) {
        for (Kind kind : Kind.values()) {
            if (address.startsWith(kind.prefix)) {
                String word = address.substring(kind.prefix.length());
                if (kind.words.contains(word)) {
                    return word;
                }
            }
        }
        return address;
    }

    /// The address of what may be a URN or a short name of the vocabulary; anything else as it is.
    static String address(String written) {
        if (written.startsWith("cbv:")) {
            return VOCABULARY + written.substring(4);
        }
        if (written.startsWith("gs1:")) {
            return MEASUREMENTS + written.substring(4);
        }
        if (written.startsWith(NEWER_MEASUREMENTS)) {
            return MEASUREMENTS + written.substring(NEWER_MEASUREMENTS.length());
        }
        if (written.startsWith("urn:epcglobal:cbv:")) {
            for (Kind kind : Kind.values()) {
                if (kind.urn != null && written.startsWith(kind.urn)) {
                    return kind.prefix + written.substring(kind.urn.length());
                }
            }
        }
        return written;
    }

    /// Where GS1 has moved it, if it is one of the measurements.
    static String newer(String address) {
        return address.startsWith(MEASUREMENTS) ? NEWER_MEASUREMENTS + address.substring(MEASUREMENTS.length()) : address;
    }

    enum Kind {
        BIZ_STEP(VOCABULARY + "BizStep-", "urn:epcglobal:cbv:bizstep:", "accepting arriving assembling collecting commissioning consigning "
                + "creating_class_instance cycle_counting decommissioning departing destroying disassembling dispensing encoding entering_exiting holding "
                + "inspecting installing killing loading other packing picking receiving removing repackaging repairing replacing reserving retail_selling "
                + "sampling sensor_reporting shipping staging_outbound stock_taking stocking storing transporting unloading unpacking void_shipping"),
        DISPOSITION(VOCABULARY + "Disp-", "urn:epcglobal:cbv:disp:", "active available completeness_inferred completeness_verified conformant "
                + "container_closed container_open damaged destroyed dispensed disposed encoded expired in_progress in_transit inactive mismatch_class "
                + "mismatch_instance mismatch_quantity needs_replacement no_pedigree_match non_conformant non_sellable_other partially_dispensed recalled "
                + "reserved retail_sold returned sellable_accessible sellable_not_accessible stolen unavailable unknown"),
        TRANSACTION(VOCABULARY + "BTT-", "urn:epcglobal:cbv:btt:", "bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt"),
        PARTY(VOCABULARY + "SDT-", "urn:epcglobal:cbv:sdt:", "location owning_party possessing_party"),
        ERROR(VOCABULARY + "ER-", "urn:epcglobal:cbv:er:", "did_not_occur incorrect_data"),
        COMPONENT(VOCABULARY + "Comp-", null, "altitude axial_distance azimuth easting elevation_angle height latitude longitude "
                + "northing polar_angle spherical_radius x y z"),
        MEASUREMENT(MEASUREMENTS, null, "ALARM_CONDITION ERROR_CONDITION AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Altitude "
                + "AmountOfSubstance AmountOfSubstancePerUnitVolume Angle AngularAcceleration AngularMomentum AngularVelocity Area Capacitance Conductance "
                + "Conductivity Count Density Dimensionless DoseEquivalent DoseEquivalentRate DynamicViscosity EffectiveDose EffectiveDoseRate ElectricCharge "
                + "ElectricCurrent ElectricCurrentDensity ElectricFieldStrength Energy Exposure Force Frequency Illuminance Inductance Irradiance "
                + "KinematicViscosity Length LinearMomentum Luminance LuminousFlux LuminousIntensity MagneticFlux MagneticFluxDensity MagneticVectorPotential "
                + "Mass MassConcentration MassFlowRate MassPerAreaTime MemoryCapacity MolalityOfSolute MolarEnergy MolarMass MolarThermodynamicEnergy "
                + "MolarVolume Power Pressure RadiantFlux RadiantIntensity Radioactivity RelativeHumidity Resistance Resistivity SolidAngle SpecificVolume "
                + "Speed SurfaceDensity SurfaceTension Temperature Time Torque Voltage Volume VolumeFlowRate VolumeFraction VolumetricFlux Wavenumber");

        final String prefix;
        /// What an URN of these words begins with; the younger ones never had any.
        final @Nullable String urn;
        final Set<String> words;
        /// All spellings of the words, to the one address.
        private final Map<String, String> spellings;

        Kind(String prefix, @Nullable String urn, String words) {
            this.prefix = prefix;
            this.urn = urn;
            this.words = Set.of(words.split(" "));
            this.spellings = HashMap.newHashMap(3 * this.words.size());
            for (String word : this.words) {
                String address = prefix + word;
                spellings.put(word, address);
                if (urn != null) {
                    spellings.put(urn + word, address);
                }
                spellings.put(address, address);
                spellings.put((prefix.startsWith(VOCABULARY) ? "cbv:" + prefix.substring(VOCABULARY.length()) : "gs1:") + word, address);
            }
        }

        String address(String word) {
            String known = spellings.get(word);
            return known != null ? known : prefix + word;
        }

        /// The one address of what was written, or null if it is neither a word of this kind nor any address.
        @Nullable String read(String written) {
            String known = spellings.get(written);
            if (known != null) {
                return known;
            }
            return written.indexOf(':') > 0 ? Cbv.address(written) : null;
        }
    }
}
