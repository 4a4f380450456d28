//! schema.org, in the http form.

use super::{NamedNodeRef, term};

/// Where it lives.
pub const NAMESPACE: &str = "http://schema.org/";
/// An article.
pub const NEWS_ARTICLE: NamedNodeRef<'static> = term("http://schema.org/NewsArticle");
/// A human being.
pub const PERSON: NamedNodeRef<'static> = term("http://schema.org/Person");
/// A state or dependent territory.
pub const COUNTRY: NamedNodeRef<'static> = term("http://schema.org/Country");
/// Degrees north.
pub const LATITUDE: NamedNodeRef<'static> = term("http://schema.org/latitude");
/// Degrees east.
pub const LONGITUDE: NamedNodeRef<'static> = term("http://schema.org/longitude");
/// A company, body, party, medium.
pub const ORGANIZATION: NamedNodeRef<'static> = term("http://schema.org/Organization");
/// A country, city, region, facility.
pub const PLACE: NamedNodeRef<'static> = term("http://schema.org/Place");
/// A document, plan, law, product.
pub const CREATIVE_WORK: NamedNodeRef<'static> = term("http://schema.org/CreativeWork");
/// Somebody's words.
pub const QUOTATION: NamedNodeRef<'static> = term("http://schema.org/Quotation");
/// Headline.
pub const HEADLINE: NamedNodeRef<'static> = term("http://schema.org/headline");
/// Day of publication.
pub const DATE_PUBLISHED: NamedNodeRef<'static> = term("http://schema.org/datePublished");
/// Author.
pub const AUTHOR: NamedNodeRef<'static> = term("http://schema.org/author");
/// Publisher.
pub const PUBLISHER: NamedNodeRef<'static> = term("http://schema.org/publisher");
/// Canonical URL.
pub const URL: NamedNodeRef<'static> = term("http://schema.org/url");
/// Language.
pub const IN_LANGUAGE: NamedNodeRef<'static> = term("http://schema.org/inLanguage");
/// The words of a quotation.
pub const TEXT: NamedNodeRef<'static> = term("http://schema.org/text");
/// The speaker of a quotation.
pub const CREATOR: NamedNodeRef<'static> = term("http://schema.org/creator");
/// Kinship.
pub const RELATED_TO: NamedNodeRef<'static> = term("http://schema.org/relatedTo");
/// Acquaintance.
pub const KNOWS: NamedNodeRef<'static> = term("http://schema.org/knows");
/// Membership.
pub const MEMBER_OF: NamedNodeRef<'static> = term("http://schema.org/memberOf");
/// A place inside another.
pub const CONTAINED_IN_PLACE: NamedNodeRef<'static> = term("http://schema.org/containedInPlace");
/// An organization inside another.
pub const PARENT_ORGANIZATION: NamedNodeRef<'static> = term("http://schema.org/parentOrganization");
/// Where something is.
pub const LOCATION: NamedNodeRef<'static> = term("http://schema.org/location");
/// Possession.
pub const OWNS: NamedNodeRef<'static> = term("http://schema.org/owns");
/// Employment.
pub const EMPLOYEE: NamedNodeRef<'static> = term("http://schema.org/employee");
/// Education.
pub const ALUMNI_OF: NamedNodeRef<'static> = term("http://schema.org/alumniOf");
