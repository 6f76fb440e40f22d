//! How model values stand in columns: ids, stated times, languages, lists. A column that holds something
//! unreadable is an error that names its table and row, never a default.

use crate::{Result, StoreError};
use serde::{Serialize, de::DeserializeOwned};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;
use wireroom_model::{Lang, Precision, Time, When};

/// A stated time as its four columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct TimeColumns {
    pub unix: Option<i64>,
    pub offset: Option<i64>,
    pub precision: Option<&'static str>,
    pub sort: Option<i64>,
}

impl From<Time> for TimeColumns {
    fn from(time: Time) -> Self {
        time.known().map_or_else(Self::default, |when| Self {
            unix: Some(when.unix()),
            offset: Some(i64::from(when.offset())),
            precision: Some(when.precision().as_str()),
            sort: Some(when.sort_key()),
        })
    }
}

/// Reads the three defining columns back (the sort column is only for queries).
pub(crate) fn time(unix: Option<i64>, offset: Option<i64>, precision: Option<&str>) -> Option<Time> {
    let Some(unix) = unix else { return Some(Time::Unknown) };
    let offset = i32::try_from(offset.unwrap_or(0)).ok()?;
    When::from_parts(unix, offset, Precision::parse(precision?)?).map(Time::At)
}

/// One row being read, with the names that an error needs.
pub(crate) struct Reader<'r> {
    pub row: &'r SqliteRow,
    pub table: &'static str,
    pub number: i64,
}

impl<'r> Reader<'r> {
    /// A row of `table` whose number stands in `id_column`.
    pub fn new(row: &'r SqliteRow, table: &'static str, id_column: &'static str) -> Result<Self> {
        Ok(Self { row, table, number: row.try_get(id_column)? })
    }

    pub fn broken(&self, column: &'static str) -> StoreError {
        StoreError::Broken { table: self.table, row: self.number, column }
    }

    pub fn get<T>(&self, column: &'static str) -> Result<T>
    where
        T: sqlx::Type<sqlx::Sqlite> + for<'d> sqlx::Decode<'d, sqlx::Sqlite>,
    {
        Ok(self.row.try_get(column)?)
    }

    pub fn id<T: TryFrom<i64>>(&self, column: &'static str) -> Result<T> {
        T::try_from(self.get::<i64>(column)?).map_err(|_| self.broken(column))
    }

    pub fn maybe_id<T: TryFrom<i64>>(&self, column: &'static str) -> Result<Option<T>> {
        self.get::<Option<i64>>(column)?
            .map(|number| T::try_from(number).map_err(|_| self.broken(column)))
            .transpose()
    }

    pub fn count(&self, column: &'static str) -> Result<u64> {
        u64::try_from(self.get::<i64>(column)?).map_err(|_| self.broken(column))
    }

    pub fn lang(&self, column: &'static str) -> Result<Lang> {
        Ok(self.get::<Option<String>>(column)?.map_or(Lang::UNKNOWN, |tag| Lang::parse(&tag)))
    }

    /// A stated time; the names of its other columns follow from `column`.
    pub fn time(&self, column: &'static str) -> Result<Time> {
        let unix: Option<i64> = self.row.try_get(column)?;
        let offset: Option<i64> = self.row.try_get(format!("{column}_offset").as_str())?;
        let precision: Option<String> = self.row.try_get(format!("{column}_precision").as_str())?;
        time(unix, offset, precision.as_deref()).ok_or_else(|| self.broken(column))
    }

    pub fn word<T>(&self, column: &'static str, parse: impl Fn(&str) -> Option<T>) -> Result<T> {
        parse(&self.get::<String>(column)?).ok_or_else(|| self.broken(column))
    }

    pub fn json<T: DeserializeOwned>(&self, column: &'static str) -> Result<T> {
        serde_json::from_str(&self.get::<String>(column)?).map_err(|_| self.broken(column))
    }
}

/// A value as a JSON column.
pub(crate) fn json<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    Ok(serde_json::to_string(value)?)
}

/// A language as a column: null where unknown.
pub(crate) fn lang(lang: Lang) -> Option<String> {
    lang.known().map(|l| l.as_str().to_owned())
}
