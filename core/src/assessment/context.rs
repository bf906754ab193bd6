//! The answers to the questions about the organization: the declaration of their fields.

use crate::record::{Field, Kind, Record as _, WordSet as _, record, word_fields};
use annexa_vocabulary::words;

const COUNT: Field = Field::of(Kind::Int(0, 1_000_000));
const YES_NO: Field = Field::of(Kind::Word(&YesNo::SET));

record! {
    /// What is said of the organization and its scope. No answer is required; a question without
    /// one is a question that nobody has answered, never a "no".
    pub struct Context {
        /// How many people work in the scope.
        people: Option<u32> = Field::of(Kind::Int(1, 1_000_000)),
        /// Who runs the information technology.
        it: Option<It> = Field::of(Kind::Word(&It::SET)),
        /// How much the sector or its customers are regulated.
        sector: Option<Sector> = Field::of(Kind::Word(&Sector::SET)),
        /// What is in place at the start.
        start: Option<Start> = Field::of(Kind::Word(&Start::SET)),
        /// How many sites are in the scope.
        sites: Option<u32> = COUNT,
        /// How many suppliers matter to information security.
        suppliers: Option<u32> = COUNT,
        /// How many systems are in the scope.
        systems: Option<u32> = COUNT,
        /// Whether there are premises, and whose.
        premises: Option<Premises> = Field::of(Kind::Word(&Premises::SET)),
        /// How much is worked away from the premises.
        remote: Option<Remote> = Field::of(Kind::Word(&Remote::SET)),
        /// Whether software is developed, and by whom.
        development: Option<Development> = Field::of(Kind::Word(&Development::SET)),
        /// Whether cloud services are used.
        cloud_services: Option<YesNo> = YES_NO,
        /// Whether personal data are processed.
        personal_data: Option<YesNo> = YES_NO,
        /// Whether there is operational technology.
        ot: Option<YesNo> = YES_NO,
        /// Whether a certificate is wanted or demanded.
        certificate: Option<Certificate> = Field::of(Kind::Word(&Certificate::SET)),
        /// Whether there is a management system already.
        isms: Option<Isms> = Field::of(Kind::Word(&Isms::SET)),
        /// How much the organization can do in a week, in hundredths of a person-day.
        capacity_cd_week: Option<u32> = Field::of(Kind::Int(1, 200_000)),
    }
}

impl Default for Context {
    fn default() -> Context {
        Context::blank()
    }
}

words! {
    /// Who runs the information technology.
    It {
        /// The organization itself, with servers of its own.
        Own = "own",
        /// Mostly cloud services, no server room.
        Cloud = "cloud",
        /// A provider runs it for the organization.
        Provider = "provider",
    }
}

words! {
    /// How much the sector or its customers are regulated.
    Sector {
        /// Neither the organization nor its customers are under special rules.
        Ordinary = "ordinary",
        /// Ordinary, but customers are regulated and pass their rules on.
        CustomersRegulated = "customers_regulated",
        /// Itself regulated: finance, health, NIS2, the public sector.
        Regulated = "regulated",
        /// Regulated, with operational technology or medical devices.
        RegulatedOt = "regulated_ot",
    }
}

words! {
    /// What is in place at the start.
    Start {
        /// Not even usual practice.
        Nothing = "nothing",
        /// Usual practice, nothing written.
        Usual = "usual",
        /// Good practice, partly written.
        Good = "good",
        /// Another certified management system and good practice.
        OtherSystem = "other_system",
        /// Certified for security already.
        Certified = "certified",
    }
}

words! {
    /// Whether there are premises, and whose.
    Premises {
        /// None: everybody works elsewhere.
        None = "none",
        /// Rented rooms, where others answer for part of the building.
        Rented = "rented",
        /// The organization's own.
        Own = "own",
    }
}

words! {
    /// How much is worked away from the premises.
    Remote {
        /// Nobody works elsewhere.
        None = "none",
        /// Some do, or sometimes.
        Some = "some",
        /// Everybody does.
        All = "all",
    }
}

words! {
    /// Whether software is developed, and by whom.
    Development {
        /// No software is developed.
        None = "none",
        /// By the organization's own people.
        Own = "own",
        /// By others for the organization.
        Outsourced = "outsourced",
        /// By own people and by others.
        Both = "both",
    }
}

words! {
    /// A question that is answered yes or no.
    YesNo {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
    }
}

words! {
    /// Whether a certificate is wanted or demanded.
    Certificate {
        /// Nobody wants one.
        NotWanted = "not_wanted",
        /// The organization wants one.
        Wanted = "wanted",
        /// Others demand one.
        Demanded = "demanded",
    }
}

words! {
    /// Whether there is a management system already.
    Isms {
        /// None.
        None = "none",
        /// One that nobody has certified.
        Informal = "informal",
        /// One that holds a certificate.
        Certified = "certified",
    }
}

words! {
    /// How the two standards are used.
    Mode {
        /// An information security management system is established.
        Establish = "establish",
        /// A certificate is the aim.
        Certify = "certify",
        /// Risks are managed, with or without a certificate.
        ManageByRisk = "manage_by_risk",
        /// Customers are shown that security is managed.
        Demonstrate = "demonstrate",
        /// Guidance on controls is all that is wanted.
        Guidance = "guidance",
        /// The controls of an existing management system are improved.
        Improve = "improve",
        /// The controls are a reference of good practice.
        Reference = "reference",
        /// The controls are put in place; nobody wants a certificate.
        NoCertificate = "no_certificate",
    }
}

impl Mode {
    /// Whether clauses 4 to 10 are asked, gated and linted: the first four ways.
    pub fn has_clauses(self) -> bool {
        matches!(self, Mode::Establish | Mode::Certify | Mode::ManageByRisk | Mode::Demonstrate)
    }
}

word_fields! {
    It = Own,
    Sector = Ordinary,
    Start = Usual,
    Premises = None,
    Remote = None,
    Development = None,
    YesNo = No,
    Certificate = NotWanted,
    Isms = None,
    Mode = Establish,
}
