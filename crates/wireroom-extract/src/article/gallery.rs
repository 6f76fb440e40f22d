//! Galleries: pictures whose captions weigh much beside the text, in a row that its elements or the title name.
//! A few pictures in a long text make none. Start at [`is_one`].

use super::Paragraph;
use crate::blocks::weigh;
use wireroom_model::Extracted;

/// Fewest captions of a gallery that something names.
const MIN_CAPTIONS: usize = 3;
/// Its captions have at least one letter for so many of the text.
const ONE_IN: usize = 3;

/// Titles that announce pictures, by their beginnings, and by words anywhere. Lower case.
const OPENINGS: &[&str] = &[
    "in pictures",
    "in photos",
    "photos:",
    "pictures:",
    "photo gallery",
    "gallery:",
    "in bildern",
    "bilder:",
    "bilderstrecke",
    "fotostrecke",
    "en images",
    "en photos",
    "diaporama",
    "en fotos",
    "en imágenes",
    "fotos:",
    "fotogalería",
    "in foto",
    "le foto",
    "fotogallery",
    "em fotos",
    "galeria:",
    "in beeld",
    "i bilder",
    "zdjęcia:",
    "фоторепортаж",
    "в фотографиях",
    "фото:",
    "фотогалерея",
    "写真特集",
    "图集",
    "组图",
    "圖輯",
    "بالصور",
    "صور:",
    "בתמונות",
    "گزارش تصویری",
    "तस्वीरों में",
];
const ANYWHERE: &[&str] =
    &["in pictures", "in photos", "photo gallery", "– in bildern", "(galeria)", "[galeria]"];

/// Whether a finished text is a gallery's.
pub fn is_one(row: &Extracted, paragraphs: &[&Paragraph]) -> bool {
    let captions: usize = row.captions.iter().map(|c| weigh(&c.text)).sum();
    let named = paragraphs.iter().filter(|p| p.in_gallery).count() >= MIN_CAPTIONS;
    let title = row.title.as_deref().unwrap_or_default().to_lowercase();
    let told = OPENINGS.iter().any(|o| title.starts_with(o)) || ANYWHERE.iter().any(|w| title.contains(w));
    row.captions.len() >= MIN_CAPTIONS && captions * ONE_IN >= weigh(&row.body) && (named || told)
}
