//! The closed sets of values of the registers, with the words by which files name them.

use crate::record::word_fields;
use annexa_vocabulary::words;

words! {
    /// What a group of assets is.
    GroupKind {
        /// Information, on whatever carries it.
        Information = "information",
        /// A process or activity.
        Process = "process",
        /// Programs and services made of them.
        Software = "software",
        /// Devices.
        Hardware = "hardware",
        /// Networks.
        Network = "network",
        /// People.
        People = "people",
        /// Rooms and buildings.
        Site = "site",
        /// What somebody else does.
        Service = "service",
        /// Something else.
        Other = "other",
    }
}

words! {
    /// How a risk was found. It says nothing about how it counts.
    Basis {
        /// From what may happen.
        Event = "event",
        /// From an asset, a threat and a vulnerability.
        Asset = "asset",
    }
}

words! {
    /// What a threat comes from.
    SourceKind {
        /// Somebody wants it.
        Deliberate = "deliberate",
        /// Nobody wants it.
        Accidental = "accidental",
        /// Nature or surroundings.
        Environmental = "environmental",
    }
}

words! {
    /// What is done about a risk.
    TreatmentOption {
        /// Controls change likelihood or consequence.
        Modify = "modify",
        /// It is kept knowingly.
        Retain = "retain",
        /// What brings it about is given up.
        Avoid = "avoid",
        /// Somebody else carries a part.
        Share = "share",
    }
}

words! {
    /// What an owner approves.
    Approves {
        /// The treatment plan.
        Plan = "plan",
        /// What remains of the risk.
        Residual = "residual",
    }
}

words! {
    /// What binds the organization.
    ObligationKind {
        /// A law or regulation.
        Law = "law",
        /// A contract.
        Contract = "contract",
        /// What customers ask for without a contract's word.
        Customer = "customer",
        /// A policy of one's own.
        Policy = "policy",
    }
}

word_fields! {
    GroupKind = Other,
    Basis = Event,
    SourceKind = Accidental,
    TreatmentOption = Modify,
    Approves = Plan,
    ObligationKind = Contract,
}
